/** The first `max` UTF-16 units of a text, without half a character at the end. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const last = text.charCodeAt(max - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max)
}

/**
 * A title of at most `max` UTF-16 units: the first line, cut after a sentence, else after a word and then with "…".
 */
export function titleOf(text: string, max: number): string {
  const line = (text.split('\n', 1)[0] ?? '').trim()
  if (line.length <= max) return line
  const sentences = /^.*[.!?](?=\s)/su.exec(cut(line, max + 1))?.[0]
  // A first "Nee." or "Dhr." says too little.
  if (sentences && sentences.length > max / 3) return sentences
  const start = cut(line, max - 1)
  const space = start.lastIndexOf(' ')
  return `${(space > 0 ? start.slice(0, space) : start).trimEnd()}…`
}
