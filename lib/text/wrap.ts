import { textWidth, type FontWeight } from './widths'

const ELLIPSIS = '…'

/**
 * Breaks a text into at most `maxLines` lines of at most `widthPx`; what does not fit ends in an ellipsis.
 * Breaks at white space; a word that is wider than a line is cut. Total: no text, no width or no lines give [].
 */
export function wrapText(
  text: string,
  widthPx: number,
  fontPx: number,
  weight: FontWeight,
  maxLines: number,
): string[] {
  const fits = (line: string) => textWidth(line, fontPx, weight) <= widthPx
  // `±` belongs to the year after it.
  const words = text.split(/(?<!±)\s+/u).filter((word) => word !== '')
  const lines: string[] = []
  let rest = words
  while (rest.length > 0 && lines.length < maxLines) {
    const { line, left } = takeLine(rest, fits)
    if (left.length > 0 && lines.length === maxLines - 1) {
      // A word is only cut in the last line when nothing else of it could be shown.
      lines.push(endInEllipsis(line, fits))
      return lines
    }
    if (line === '') return lines
    lines.push(line)
    rest = left
  }
  return lines
}

/** The longest beginning of the words that fits on a line, and the words that are left. */
function takeLine(words: readonly string[], fits: (line: string) => boolean) {
  let count = 0
  let line = ''
  while (count < words.length) {
    const longer = count === 0 ? (words[0] ?? '') : `${line} ${words[count] ?? ''}`
    if (!fits(longer)) break
    line = longer
    count++
  }
  if (count > 0) return { line, left: words.slice(count) }
  const chars = lettersOf(words[0] ?? '')
  let cut = 0
  while (cut < chars.length && fits(chars.slice(0, cut + 1).join(''))) cut++
  return { line: chars.slice(0, cut).join(''), left: [chars.slice(cut).join(''), ...words.slice(1)] }
}

function endInEllipsis(line: string, fits: (line: string) => boolean): string {
  const chars = lettersOf(line)
  const shown = () => chars.join('').replace(/[\s,;:.…-]+$/u, '') + ELLIPSIS
  while (chars.length > 0 && !fits(shown())) chars.pop()
  const short = shown()
  return fits(short) ? short : ''
}

/** What people see as letters: an emoji or a letter with its accents is never cut in two. */
function lettersOf(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
}
