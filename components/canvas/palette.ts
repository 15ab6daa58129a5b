import { DefaultColorThemePalette } from 'tldraw'

/**
 * The colours of free drawing on our paper: tldraw's own names (they are stored), our tokens' values. The pale
 * ones are darker than tldraw's, so that a thin line is seen on paper.
 */
const COLOURS = {
  black: '#1c2733',
  grey: '#6b6675',
  blue: '#1f4fa8',
  green: '#3d6b1f',
  orange: '#9a4a06',
  red: '#b3261e',
  violet: '#a12a5e',
  yellow: '#8a6a00',
  'light-blue': '#0b6e63',
} as const

/** The colours that the tool rail offers, in its order. */
export const OFFERED_COLOURS = ['black', 'blue', 'orange', 'green', 'violet', 'light-blue'] as const
export type OfferedColour = (typeof OFFERED_COLOURS)[number]

export const colourValue = (name: OfferedColour): string => COLOURS[name]

/** tldraw has no other way to change its palette than to change it; once is enough. */
export function installPalette(): void {
  const theme = DefaultColorThemePalette.lightMode
  theme.background = '#fbfaf6'
  theme.text = COLOURS.black
  for (const [name, value] of Object.entries(COLOURS)) {
    const colour = theme[name as keyof typeof COLOURS]
    colour.solid = value
    colour.fill = value
  }
}
