import { channelsOf, contrastOf } from '@/lib/drawing/contrast'
import { PAPER_THEME, PRINT_THEME, type TimelineTheme } from '@/lib/timeline/theme'

/** Colours of a geno-sociogram: those of every drawing, and two for what is tense or hurts. */
export interface GenogramTheme extends TimelineTheme {
  danger: string
  feeling: string
}

const MORE = { danger: '#b3261e', feeling: '#a12a5e' }
export const GENOGRAM_THEME: GenogramTheme = { ...PAPER_THEME, ...MORE }
/** For paper: white, and edges dark enough for a grey printer. */
export const GENOGRAM_PRINT_THEME: GenogramTheme = { ...PRINT_THEME, ...MORE }

/** What a line is about; the form of the line always says it too. */
export type Tone = 'plain' | 'warm' | 'tense' | 'harm' | 'cool' | 'quiet'

export function toneColour(tone: Tone, theme: GenogramTheme): string {
  switch (tone) {
    case 'plain':
      return theme.ink
    case 'warm':
      return theme.tints.network.strong
    case 'tense':
      return theme.danger
    case 'harm':
      return theme.feeling
    case 'cool':
      return theme.tints.professional.strong
    case 'quiet':
      return theme.tints.unknown.strong
  }
}

/** The palest mix of a colour with the paper that still stands out from it 3.2 : 1, for what is over. */
export function paler(colour: string, paper: string): string {
  const [from, to] = [channelsOf(colour), channelsOf(paper)]
  for (let keep = 0.4; keep < 1; keep += 0.05) {
    const mixed = from.map((value, i) => Math.round(value * keep + (to[i] ?? 255) * (1 - keep)))
    const hex = `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
    if (contrastOf(hex, paper) >= 3.2) return hex
  }
  return colour
}
