import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { insertRecord } from '@/lib/case/doc'
import { type Shape, textsOf } from '@/lib/drawing/shapes'
import { svgShapes } from '@/lib/drawing/toSvg'
import { genogramOf } from '@/lib/genogram/fromCase'
import { piecesOf } from '@/lib/genogram/pieces'
import { pictureOf } from '@/lib/genogram/pictureOf'
import { GENOGRAM_PRINT_THEME } from '@/lib/genogram/theme'
import { makeFile } from './make'
import { readPdf } from './pdf-kit'
import { AT, caseWith, jobOf } from './test-kit'
import { wordsIn } from './words'

const view = 'genogram' as const
const today = Math.floor(AT / 86_400_000)

/** The pieces of the canvas, as they are drawn for print. */
function piecesFor(all: ReturnType<typeof caseWith>) {
  const { genogram } = wordsIn('nl')
  const shown = genogramOf(all, { today, locale: 'nl', words: genogram.said, names: new Map() })
  const picture = pictureOf(shown, '', genogram.words)
  const how = { style: shown.style, theme: GENOGRAM_PRINT_THEME, words: genogram.words, legend: false }
  return piecesOf(picture, how)
}

interface Ink {
  colour: string
  opacity: number
}

/** What lines and words are drawn with. */
function inksOf(shapes: readonly Shape[]): Ink[] {
  return shapes.flatMap((shape): Ink[] => {
    if (shape.type === 'group' || shape.type === 'window') return inksOf(shape.shapes)
    if (shape.type === 'text') return [{ colour: shape.fill, opacity: 1 }]
    return shape.stroke === undefined ? [] : [{ colour: shape.stroke, opacity: shape.strokeOpacity ?? 1 }]
  })
}

/** Contrast with white paper as WCAG counts it, which is that of their greys. */
function contrastOnWhite({ colour, opacity }: Ink): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = (Number.parseInt(colour.slice(at, at + 2), 16) / 255) * opacity + 1 - opacity
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}

describe('the geno-sociogram as a file', () => {
  it('[XP60] the SVG has every piece of the canvas, unchanged, and a legend of what is used', async () => {
    const all = caseWith(0)
    const svg = Buffer.from((await makeFile(jobOf(all, { format: 'svg', view }))).bytes).toString()
    const pieces = piecesFor(all)
    expect(pieces.filter(({ kind }) => kind === 'person')).toHaveLength(
      all.people.length + all.organisations.length,
    )
    for (const { kind, id, shapes } of pieces)
      expect(svg.includes(svgShapes(shapes)), `${kind} ${id}`).toBe(true)
    const { legend, relation } = wordsIn('nl').genogram.words
    for (const name of [relation.close, relation.caretaker, legend.household]) expect(svg).toContain(name)
    expect(svg).not.toContain(relation.sexualAbuse)
  })

  it('[XP61] the PDF has all words as text on one sheet, and none of it outside the paper', async () => {
    const all = caseWith(0)
    const [page, ...more] = readPdf(Buffer.from((await makeFile(jobOf(all, { format: 'pdf', view }))).bytes))
    expect(more).toEqual([])
    for (const { shapes } of piecesFor(all))
      for (const { text } of textsOf(shapes)) expect(page!.copied).toContain(text.replaceAll(/\s+/g, ''))
    for (const { text, x, y } of page!.texts)
      expect(x > 20 && x < page!.w - 20 && y > 20 && y < page!.h - 20, text).toBe(true)
  })

  it('[XP62] what would be too small to read is spread over sheets that overlap; everybody is whole on one', async () => {
    const all = caseWith(0, 'nl', (doc) => {
      for (let i = 0; i < 40; i++) {
        insertRecord(doc, 'people', { id: `kid-${i}`, name: `Kind nummer ${i}`, circle: 'family' })
        insertRecord(doc, 'parentages', {
          id: `of-${i}`,
          child: `kid-${i}`,
          partnership: 'partnership-parents',
          order: `b${String(i).padStart(2, '0')}`,
        })
      }
    })
    const pages = readPdf(Buffer.from((await makeFile(jobOf(all, { format: 'pdf', view }))).bytes))
    expect(pages.length).toBeGreaterThan(1)
    for (let i = 0; i < 40; i++)
      expect(
        pages.some(({ texts, w }) =>
          texts.some((t) => t.text === `Kind nummer ${i}` && t.x > 20 && t.x < w - 70),
        ),
        `Kind nummer ${i}`,
      ).toBe(true)
  })

  it('[XP63] with names replaced no name stands in the file, nor that of who says something', async () => {
    const all = caseWith(0)
    const { bytes } = await makeFile(jobOf(all, { format: 'svg', view, pseudonyms: true }))
    const svg = Buffer.from(bytes).toString()
    for (const { name } of all.people) expect(svg).not.toContain(name.split(' ').at(-1))
    expect(svg).not.toContain('Ann de Wit')
  })

  it('[XP64] the picture in grey keeps every line apart from the paper', async () => {
    const { bytes } = await makeFile(jobOf(caseWith(0), { format: 'png', view, scale: 1 }))
    const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
    const dark = data.filter((value) => value < 128).length
    expect(dark / (info.width * info.height)).toBeGreaterThan(0.005)
    const faint = piecesFor(caseWith(0)).flatMap(({ kind, id, shapes }) =>
      inksOf(shapes).flatMap((ink) => (contrastOnWhite(ink) < 3 ? [`${kind} ${id} ${ink.colour}`] : [])),
    )
    expect(faint).toEqual([])
  })
})
