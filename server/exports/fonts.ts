import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
/** The font engine that pdfkit draws with, so that a PDF and a picture have the same letters. */
const fontkit = createRequire(require.resolve('pdfkit'))('fontkit') as {
  create(bytes: Buffer): FontFile
}

/** What we use of a font file. */
interface FontFile {
  unitsPerEm: number
  hasGlyphForCodePoint(code: number): boolean
  layout(text: string): {
    advanceWidth: number
    glyphs: { path: { toSVG(): string; scale(x: number, y: number): GlyphPath } }[]
    positions: { xAdvance: number; xOffset: number; yOffset: number }[]
  }
}
interface GlyphPath {
  translate(x: number, y: number): GlyphPath
  toSVG(): string
}

export type Weight = 'regular' | 'bold'
/** The files that hold a weight: Western letters, and those of Polish, Turkish, Czech and the like. */
export const PARTS = ['latin', 'latin-ext'] as const
export type Part = (typeof PARTS)[number]

/** Weight of our typeface for each of ours. */
const WEIGHTS: Record<Weight, number> = { regular: 400, bold: 700 }

function fileOf(part: Part, weight: Weight, kind: 'woff' | 'woff2'): Buffer {
  const name = `atkinson-hyperlegible-next-${part}-${WEIGHTS[weight]}-normal.${kind}`
  return readFileSync(require.resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`))
}

const read = new Map<string, { bytes: Buffer; font: FontFile }>()

/** One file of the typeface; read once. */
export function fontFile(part: Part, weight: Weight): { bytes: Buffer; font: FontFile } {
  const key = `${part} ${weight}`
  const known = read.get(key)
  if (known) return known
  const bytes = fileOf(part, weight, 'woff')
  const made = { bytes, font: fontkit.create(bytes) }
  read.set(key, made)
  return made
}

/** A stretch of text that one file of the typeface can draw. */
export interface Run {
  part: Part
  text: string
}

/** What stands for letters that no file has. */
const UNKNOWN = '(?)'

/**
 * A text in stretches for the typeface. A letter that it lacks is drawn without its accents when that helps; any
 * other stretch of unknown letters becomes "(?)", and `missing` says so: never a row of boxes.
 */
export function runsOf(text: string, weight: Weight): { runs: Run[]; missing: boolean } {
  const runs: Run[] = []
  let missing = false
  let inUnknown = false
  const add = (part: Part, more: string) => {
    const last = runs.at(-1)
    if (last?.part === part) last.text += more
    else runs.push({ part, text: more })
  }
  const has = (part: Part, letters: string) =>
    Array.from(letters).every((char) =>
      fontFile(part, weight).font.hasGlyphForCodePoint(char.codePointAt(0)!),
    )
  for (const { segment } of new Intl.Segmenter().segment(text.normalize('NFC'))) {
    const bare = segment.normalize('NFD').replaceAll(/[\p{M}\p{Cf}]/gu, '')
    const drawn = [segment, bare].find(
      (letters) => letters !== '' && PARTS.some((part) => has(part, letters)),
    )
    if (drawn !== undefined) {
      // What a stretch began with goes on where it can: a word is not cut for a letter that both files have.
      const part = [runs.at(-1)?.part ?? 'latin', ...PARTS].find((one) => has(one, drawn)) ?? 'latin'
      add(part, drawn)
      inUnknown = false
    } else if (/^[\s\p{Cc}\p{Cf}]+$/u.test(segment)) {
      if (!inUnknown) add('latin', ' ')
    } else {
      missing = true
      if (!inUnknown) add('latin', UNKNOWN)
      inUnknown = true
    }
  }
  return { runs, missing }
}

/** A line of text as outlines: SVG path data with its beginning at (0, 0), and how wide it is. */
export function outline(text: string, px: number, weight: Weight): { d: string; width: number } {
  let at = 0
  const paths: string[] = []
  for (const run of runsOf(text, weight).runs) {
    const { font } = fontFile(run.part, weight)
    const scale = px / font.unitsPerEm
    const { glyphs, positions } = font.layout(run.text)
    glyphs.forEach((glyph, i) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {}
      paths.push(
        glyph.path
          .scale(scale, -scale)
          .translate(at + xOffset * scale, -yOffset * scale)
          .toSVG(),
      )
      at += xAdvance * scale
    })
  }
  return { d: paths.join(''), width: at }
}

/** CSS that carries the typeface with it: only the files whose letters are used. */
export function fontCss(texts: readonly { text: string; weight: Weight }[]): string {
  const faces = (['regular', 'bold'] as const).flatMap((weight) => {
    const used = texts.filter((one) => one.weight === weight).map(({ text }) => text)
    const parts = new Set(used.flatMap((text) => runsOf(text, weight).runs.map(({ part }) => part)))
    return PARTS.filter((part) => parts.has(part)).map((part) => {
      const data = fileOf(part, weight, 'woff2').toString('base64')
      // Letters of the other file must not be looked for here; the last face with a letter wins.
      const range = part === 'latin' ? '' : 'unicode-range:U+0100-02FF,U+1E00-1EFF;'
      return `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:${WEIGHTS[weight]};${range}src:url(data:font/woff2;base64,${data}) format('woff2')}`
    })
  })
  return faces.join('')
}
