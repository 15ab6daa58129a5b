import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Shape } from '@/lib/drawing/shapes'
import { svgDocument } from '@/lib/drawing/toSvg'
import { MESSAGES } from '@/lib/i18n/messages'
import { childLine, PROFILES, relationLine, styleOf, unionLines } from './lines-kit'
import { drawMultiple } from './lines/childLine'
import { legendOf } from './legend'
import { content, layoutOf, placed } from './paint-kit'
import { drawSymbol } from './symbols/person'
import { GENOGRAM_THEME as THEME } from './theme'
import type { PersonContent } from './types'
import { PARENTAGE_TYPES, RELATION_TYPES } from './vocabulary'

/** Every symbol that says something else, without words. */
const ALL: Readonly<Record<string, Partial<PersonContent>>> = {
  woman: {},
  man: { gender: 'male' },
  'non-binary': { gender: 'nonbinary' },
  unknown: { gender: 'unknown' },
  pet: { kind: 'pet' },
  pregnancy: { kind: 'pregnancy' },
  miscarriage: { kind: 'miscarriage' },
  abortion: { kind: 'abortion' },
  'stillborn girl': { kind: 'stillbirth' },
  'stillborn boy': { kind: 'stillbirth', gender: 'male' },
  organisation: { type: 'organisation', circle: 'professional' },
  'worker, a woman': { circle: 'professional' },
  'worker, a man': { circle: 'professional', gender: 'male' },
  worker: { circle: 'professional', gender: 'unknown' },
  index: { index: true },
  deceased: { deceased: true },
  ill: { marks: [{ kind: 'illness', state: 'present' }] },
  'perhaps ill': { marks: [{ kind: 'illness', state: 'suspected' }] },
  'was ill': { marks: [{ kind: 'illness', state: 'recovered' }] },
  addicted: { marks: [{ kind: 'addiction', state: 'present' }] },
  'perhaps addicted': { marks: [{ kind: 'addiction', state: 'suspected' }] },
  'was addicted': { marks: [{ kind: 'addiction', state: 'recovered' }] },
  migrated: { migrated: 'one' },
  'several countries': { migrated: 'several' },
  secret: { secret: true },
  reserved: { reserved: true },
}

const WORDS = MESSAGES.nl.genogram
const PAPER = [THEME.paper, THEME.surface]

/** Shapes without colour: every line and form black, what is filled with paper white. For tests. */
function inBlack(shapes: readonly Shape[], paper: readonly string[]): Shape[] {
  const plain = (colour: string | undefined) => colour && (paper.includes(colour) ? '#ffffff' : '#000000')
  return shapes.map((shape): Shape => {
    if (shape.type === 'group' || shape.type === 'window')
      return { ...shape, shapes: inBlack(shape.shapes, paper) }
    if (shape.type === 'text') return { ...shape, fill: '#000000' }
    return { ...shape, fill: plain(shape.fill), stroke: plain(shape.stroke) }
  })
}

/** Grey values of shapes at real size, drawn as on paper. */
async function pixels(shapes: readonly Shape[], w: number, h: number): Promise<Uint8Array> {
  const svg = svgDocument({ box: { x: 0, y: 0, w, h }, title: '', shapes }, { font: 'sans-serif' })
  return new Uint8Array(
    await sharp(Buffer.from(svg), { density: 72 })
      .resize(w, h)
      .flatten({ background: '#ffffff' })
      .greyscale()
      .raw()
      .toBuffer(),
  )
}

/** How many pixels of two pictures differ so much that an eye sees it. */
function difference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, i) => sum + (Math.abs(value - (b[i] ?? 0)) > 70 ? 1 : 0), 0)
}

/** The two of all pictures that differ least, and by how many pixels. */
function closest(pictures: ReadonlyMap<string, Uint8Array>): { pair: string; by: number } {
  let best = { pair: '', by: Infinity }
  const all = [...pictures]
  all.forEach(([one, a], i) => {
    for (const [other, b] of all.slice(i + 1)) {
      const by = difference(a, b)
      if (by < best.by) best = { pair: `${one} ${other}`, by }
    }
  })
  return best
}

async function closestOf(lines: ReadonlyMap<string, readonly Shape[]>, w: number, h: number) {
  const pictures = new Map<string, Uint8Array>()
  for (const [key, shapes] of lines) pictures.set(key, await pixels(inBlack(shapes, PAPER), w, h))
  return closest(pictures)
}

describe.each(PROFILES)('without colour, in the profile %s', (profile) => {
  it('[GD1] every kind of relation has a line of its own, whatever its colour', () => {
    const forms = RELATION_TYPES.map((type) => JSON.stringify(inBlack(relationLine(type, profile), PAPER)))
    expect(new Set(forms).size).toBe(RELATION_TYPES.length)
    expect(RELATION_TYPES).toHaveLength(40)
  })

  it('[GD2] at real size in black and white, no two lines of relations look alike', async () => {
    const lines = new Map(
      RELATION_TYPES.flatMap((type): [string, Shape[]][] => [
        [type, relationLine(type, profile)],
        [`${type}, a secret`, relationLine(type, profile, { secret: true })],
      ]),
    )
    const { pair, by } = await closestOf(lines, 160, 40)
    expect(by, pair).toBeGreaterThan(30)
  })

  it('[GD3] at real size in black and white, no two partner lines look alike', async () => {
    const { pair, by } = await closestOf(unionLines(profile), 160, 40)
    expect(by, pair).toBeGreaterThan(12)
  })

  it('[GD4] at real size in black and white, no two lines to children look alike, nor two kinds of twins', async () => {
    const lines = new Map(
      PARENTAGE_TYPES.flatMap((type): [string, Shape[]][] => [
        [type, childLine(type, profile)],
        [`${type} ended`, childLine(type, profile, true)],
      ]),
    )
    const { pair, by } = await closestOf(lines, 40, 100)
    expect(by, pair).toBeGreaterThan(8)
    const twins = new Map(
      [true, false, null].map((identical) => {
        const bar = { x1: 10, x2: 30, y: 30 }
        return [
          String(identical),
          drawMultiple({ key: '', union: '', x: 20, y: 5, children: [], identical, bar }, THEME),
        ]
      }),
    )
    expect((await closestOf(twins, 40, 60)).by).toBeGreaterThan(8)
  })

  it('[GD11] at real size in black and white, no two symbols look alike', async () => {
    const pictures = new Map<string, Uint8Array>()
    for (const [name, more] of Object.entries(ALL)) {
      const symbol = drawSymbol(content({ age: '', name: '', ...more }), styleOf(profile), THEME, WORDS)
      const shapes = inBlack(symbol, [THEME.surface, ...softs()])
      pictures.set(name, await pixels([{ type: 'group', x: 40, y: 50, scale: 1, shapes }], 80, 90))
    }
    const { pair, by } = closest(pictures)
    expect(by, pair).toBeGreaterThan(14)
  })
})

it('[GD49] no sign of a legend reaches into the one above or below it', async () => {
  const people = new Map(
    Object.entries(ALL).map(([id, more]) => [id, content({ name: '', age: '', ...more })]),
  )
  const layout = layoutOf([...people].map(([id, of], i) => placed(id, i * 100, 0, of)))
  const nothing = {
    unions: new Map(),
    relations: [],
    tracks: [],
    households: [],
    outlines: [],
    parallels: [],
  }
  const how = { style: styleOf('mcgoldrick'), theme: THEME, words: WORDS }
  const entries = legendOf({ layout, people, ...nothing }, how)
  expect(entries.length).toBeGreaterThan(20)
  for (const { key, shapes } of entries) {
    // A row is 32 high; the sign begins 3 below its top.
    const drawn = await pixels([{ type: 'group', x: 10, y: 35, scale: 1, shapes }], 80, 96)
    const rows = [...drawn.keys()].filter((i) => drawn[i]! < 128).map((i) => Math.floor(i / 80))
    expect([key, Math.min(...rows) >= 32, Math.max(...rows) < 64]).toEqual([key, true, true])
  }
})

function softs(): string[] {
  return Object.values(THEME.tints).map(({ soft }) => soft)
}
