import type { CircleName } from '@/lib/case/schema'

/** Colours of a drawing that stands alone; the values of the design tokens. */
export interface TimelineTheme {
  paper: string
  surface: string
  ink: string
  inkSoft: string
  line: string
  accent: string
  accentSoft: string
  /** For each circle its line and text colour, and its fill. */
  tints: Readonly<Record<CircleName, { strong: string; soft: string }>>
  /** Font families, best first. */
  font: string
  /** CSS put into the drawing, such as a font face with the font inside; "" for none. Trusted: not from people. */
  css: string
}

export const PAPER_THEME: TimelineTheme = {
  paper: '#fbfaf6',
  surface: '#ffffff',
  ink: '#1c2733',
  inkSoft: '#55616e',
  line: '#d8d4ca',
  accent: '#0b6e63',
  accentSoft: '#dff1ee',
  tints: {
    family: { strong: '#9a4a06', soft: '#fdf0dc' },
    professional: { strong: '#1f4fa8', soft: '#e4ecfb' },
    network: { strong: '#3d6b1f', soft: '#eaf3df' },
    unknown: { strong: '#6b6675', soft: '#efedf2' },
  },
  font: "'Atkinson Hyperlegible Next', system-ui, sans-serif",
  css: '',
}

/** For paper: white, and edges dark enough for a grey printer. */
export const PRINT_THEME: TimelineTheme = { ...PAPER_THEME, paper: '#ffffff', line: '#8c877c' }
