import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textsOf } from '@/lib/drawing/shapes'
import { MESSAGES } from '@/lib/i18n/messages'
import { FROM, PROFILES, childLine, relationLine, straight, styleOf, UNION, unionLine } from '../lines-kit'
import { relation } from '../paint-kit'
import { GENOGRAM_PRINT_THEME, GENOGRAM_THEME as THEME, paler, toneColour } from '../theme'
import { DIRECTED_RELATIONS, RELATION_TYPES } from '../vocabulary'
import { letterOf } from '../words'
import { drawTrack } from './drawTrack'
import { relationForm } from './relationForms'
import { beside, dashed, placeAt, stretch, wayOfCubic, wayOfPoints } from './way'

const WORDS = MESSAGES.nl.genogram

describe.each(PROFILES)('lines in the profile %s', (profile) => {
  it('[GD5] a word of a file that is in no list is drawn as "other or not known"', () => {
    for (const odd of ['constructor', '__proto__', 'toString', '', 'SiblingRivalry']) {
      expect(relationLine(odd, profile)).toEqual(relationLine('unknown', profile))
      expect(unionLine({ base: odd }, profile)).toEqual(unionLine({ base: 'unknown' }, profile))
      expect(childLine(odd, profile)).toEqual(childLine('unknown', profile))
      expect(unionLine({ ending: odd }, profile)).toEqual(unionLine({}, profile))
      expect(textsOf(relationLine('plain', profile, { support: [odd] }))).toEqual([])
    }
  })

  it('[GD6] a line that means something else the other way round has a head at its end, and no other has one', () => {
    for (const type of RELATION_TYPES) {
      const heads = relationForm(type, profile).parts.filter(({ part }) => part === 'head')
      expect([type, heads.length]).toEqual([type, DIRECTED_RELATIONS.has(type) ? 1 : 0])
    }
  })

  it('[GD7] lines that only a letter tells apart have one in both languages', () => {
    for (const type of RELATION_TYPES) {
      if (!relationForm(type, profile).letter) continue
      for (const { genogram } of [MESSAGES.nl, MESSAGES.en]) {
        expect([type, letterOf(genogram.legend.letter, type)]).toEqual([
          type,
          expect.stringMatching(/^[A-Z?]$/),
        ])
      }
    }
  })
})

it('[GD17] at the right end of the line of a couple stands whether they will have more children, off the dates', () => {
  const sign = (moreChildren: 'no' | 'perhaps') => {
    const plain = new Set(unionLine({}, 'mcgoldrick').map((shape) => JSON.stringify(shape)))
    return unionLine({ moreChildren }, 'mcgoldrick').filter((shape) => !plain.has(JSON.stringify(shape)))
  }
  expect(unionLine({ moreChildren: null }, 'mcgoldrick')).toEqual(unionLine({}, 'mcgoldrick'))
  // The line runs from 10 to 150 at a height of 20.
  expect(sign('no')).toMatchObject([{ type: 'path', d: 'M145 12.5L145 27.5' }])
  const dots = sign('perhaps')
  expect(dots).toHaveLength(3)
  for (const dot of dots) {
    if (dot.type !== 'circle') throw new Error('a dot is a circle')
    expect(dot.cx).toBeGreaterThan(130)
    expect(dot.cx + dot.r).toBeLessThan(150)
    expect(dot.cy - dot.r).toBeGreaterThan(21)
  }
})

it('[GD18] on a line that runs below others the sign stands at the end of the part across, above it', () => {
  const stepped = {
    ...UNION,
    line: {
      x1: 0,
      x2: 200,
      y: 80,
      top1: 0,
      top2: 0,
      points: [
        { x: 0, y: 0 },
        { x: 0, y: 80 },
        { x: 200, y: 80 },
        { x: 200, y: 0 },
      ],
    },
  }
  expect(unionLine({ moreChildren: 'no' }, 'mcgoldrick', stepped)).toContainEqual(
    expect.objectContaining({ d: 'M195 72.5L195 87.5' }),
  )
  const dots = unionLine({ moreChildren: 'perhaps' }, 'mcgoldrick', stepped)
  expect(dots.filter((shape) => shape.type === 'circle').map(({ cx, cy }) => [cx, cy])).toEqual([
    [195, 71],
    [189.5, 71],
    [184, 71],
  ])
})

it('[GD19] a secret around a line is an open, dashed triangle in its middle, or before the sign that is there', () => {
  const at = (type: string, more: object = {}) => {
    const shapes = relationLine(type, 'mcgoldrick', { secret: true, ...more })
    const signs = shapes.filter((shape) => shape.type === 'path' && shape.dash !== undefined)
    expect(signs).toMatchObject([{ fill: THEME.paper }])
    const xs = signs.flatMap((shape) => (shape.type === 'path' ? [...shape.d.matchAll(/[ML]([\d.]+)/g)] : []))
    const [left, right] = [
      Math.min(...xs.map(([, x]) => Number(x))),
      Math.max(...xs.map(([, x]) => Number(x))),
    ]
    return { left, right, letters: textsOf(shapes).map(({ x }) => x) }
  }
  // The line runs from 10 to 150.
  expect(at('close')).toEqual({ left: 72, right: 88, letters: [] })
  expect(at('close', { support: ['advice'] })).toEqual({ left: 72, right: 88, letters: [101] })
  for (const type of RELATION_TYPES) {
    const { letter, parts } = relationForm(type, 'mcgoldrick')
    const isFree =
      !letter && parts.every(({ part }) => !['rings', 'crossedBox', 'x', 'bond', 'cut'].includes(part))
    expect([type, at(type).right <= (isFree ? 88 : 68)]).toEqual([type, true])
  }
})

it('[GD48] strokes across the line of a couple keep off the line to their children, and off the sign at the end', () => {
  const reach = (drop: number, more: object) => {
    const union = { ...UNION, line: { ...UNION.line!, x2: 90, points: [FROM, { x: 90, y: 20 }] } }
    const shapes = unionLine({ ...more }, 'mcgoldrick', { ...union, drop: { x: drop, y: 20 }, barY: 90 })
    const xs = shapes.flatMap((shape) => (shape.type === 'line' ? [shape.x1, shape.x2] : []))
    return [Math.min(...xs), Math.max(...xs)] as const
  }
  // A couple as near as couples stand: their line runs from 10 to 90.
  for (const reconciled of [false, true]) {
    const [left, right] = reach(50, { ending: 'divorce', reconciled })
    expect(left).toBeGreaterThan(10)
    expect(right).toBeLessThan(49)
    const [near, far] = reach(26, { ending: 'divorce', reconciled })
    expect(near).toBeGreaterThan(27)
    expect(far).toBeLessThan(83)
  }
})

it('[GD8] every tone stands out from the paper 3 : 1, and that of what is over too, which is paler', () => {
  for (const theme of [THEME, GENOGRAM_PRINT_THEME]) {
    for (const tone of ['plain', 'warm', 'tense', 'harm', 'cool', 'quiet'] as const) {
      const colour = toneColour(tone, theme)
      expect([tone, contrast(colour, theme.paper) >= 3]).toEqual([tone, true])
      const pale = paler(colour, theme.paper)
      expect(contrast(pale, theme.paper)).toBeGreaterThanOrEqual(3)
      expect(contrast(pale, theme.paper)).toBeLessThan(contrast(colour, theme.paper))
    }
  }
})

/** WCAG contrast, written again so that the theme is not measured with its own ruler. */
function contrast(a: string, b: string): number {
  const light = (hex: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const part = Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255
      return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    }, 0)
  const [low, high] = [light(a), light(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

it('[GD9] a way is measured along its bow, and dashes begin and end whole', () => {
  const end = { x: 100, y: 0 }
  const bow = wayOfCubic({
    from: { x: 0, y: 0 },
    c1: { x: 0, y: 55.23 },
    c2: { x: 44.77, y: 100 },
    to: { x: 100, y: 100 },
  })
  // A quarter of a circle.
  expect(bow.length).toBeCloseTo((Math.PI / 2) * 100, 0)
  const middle = placeAt(bow, bow.length / 2)
  expect(Math.hypot(middle.x - 100, middle.y)).toBeCloseTo(100, 0)
  // Beside it lies a circle too.
  for (const { x, y } of stretch(bow, 0, bow.length, 10))
    expect(Math.hypot(x - 100, y)).toBeCloseTo(110 - 20, 0)
  const line = wayOfPoints([{ x: 0, y: 0 }, end])
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 20, noNaN: true }),
      fc.double({ min: 1, max: 20, noNaN: true }),
      (dash, gap) => {
        const d = dashed(line, [dash, gap], 0, line.length)
        const numbers = d.match(/[\d.]+/g)!.map(Number)
        expect(numbers[0]).toBe(0)
        expect(Math.abs(numbers.at(-2)! - 100)).toBeLessThan(0.05)
      },
    ),
  )
  expect(wayOfPoints([end, end]).length).toBe(0)
  expect(beside(placeAt(line, 50), 0, 10)).toEqual({ x: 50, y: -10 })
})

it('[GD10] nothing that is drawn along a line is no number, however short the line', () => {
  for (const to of [FROM, { x: 10.2, y: 20 }, { x: 16, y: 24 }]) {
    for (const type of RELATION_TYPES) {
      const track = { ...straight, c2: to, to }
      const shapes = drawTrack(
        track,
        relation('r', 'a', 'b', { type, support: ['advice'] }),
        styleOf('mcgoldrick'),
        THEME,
        WORDS,
      )
      expect(JSON.stringify(shapes)).not.toMatch(/NaN|null|Infinity/)
    }
  }
})
