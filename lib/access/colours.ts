/** Colours of people: each at least 4.5:1 with white text on it. The name always stands beside the colour. */
const COLOURS = [
  '#0b6e63',
  '#1f4fa8',
  '#9a4a06',
  '#a12a5e',
  '#3d6b1f',
  '#6a3fa0',
  '#8a2c2c',
  '#2f5d73',
] as const

/** The same person has the same colour everywhere and every time. */
export function colourOf(principalId: string): string {
  let hash = 0
  for (let i = 0; i < principalId.length; i++) hash = (hash * 31 + principalId.charCodeAt(i)) >>> 0
  return COLOURS[hash % COLOURS.length] ?? COLOURS[0]
}
