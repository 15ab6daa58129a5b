import { describe, expect, it } from 'vitest'
import { textsOf, type Shape } from '@/lib/drawing/shapes'
import { MESSAGES } from '@/lib/i18n/messages'
import { content } from '../paint-kit'
import { cubicAt } from '../lines/way'
import { GENOGRAM_THEME as THEME } from '../theme'
import { SYMBOL, type GenogramStyle, type PersonContent } from '../types'
import { hatched, clip } from './clip'
import { edgePolygon, formOf } from './outline'
import { drawSymbol } from './person'

const STYLE: GenogramStyle = { profile: 'mcgoldrick', cross: 'beside', innerGender: false }
const draw = (more: Partial<PersonContent>, style: Partial<GenogramStyle> = {}): Shape[] =>
  drawSymbol(content({ age: '', ...more }), { ...STYLE, ...style }, THEME, MESSAGES.nl.genogram)

describe('drawSymbol', () => {
  it('[GD12] the cross of the dead stands beside the symbol, and over it by choice', () => {
    const cross = (style: Partial<GenogramStyle>) => {
      const living = new Set(draw({}, style).map((shape) => JSON.stringify(shape)))
      return draw({ deceased: true }, style).filter((shape) => !living.has(JSON.stringify(shape)))
    }
    const [beside] = cross({})
    const [over] = cross({ cross: 'over' })
    // Its lowest point lies above the symbol.
    expect(beside).toMatchObject({ d: 'M16 -38V-23M11 -33H21' })
    expect(over).toMatchObject({ d: 'M-14.2 -14.2L14.2 14.2M14.2 -14.2L-14.2 14.2' })
  })

  it('[GD13] the gender given at birth is drawn only by choice, and only when it is another', () => {
    const trans = { gender: 'male', birthGender: 'female' } as const
    expect(draw(trans)).toEqual(draw({ gender: 'male' }))
    expect(draw(trans, { innerGender: true })).toHaveLength(draw(trans).length + 1)
    expect(draw({ birthGender: 'female' }, { innerGender: true })).toEqual(draw({}))
  })

  it('[GD14] who works for a family and whose gender is not said is a rounded square with an initial', () => {
    const worker = content({ name: 'yara', circle: 'professional', gender: 'unknown', age: '' })
    expect(formOf(worker)).toBe('rounded')
    expect(textsOf(drawSymbol(worker, STYLE, THEME, MESSAGES.nl.genogram)).map(({ text }) => text)).toEqual([
      'Y',
    ])
    expect(textsOf(draw({ gender: 'unknown' })).map(({ text }) => text)).toEqual(['?'])
    expect(textsOf(draw({ age: '± 40' })).map(({ text }) => text)).toEqual(['± 40'])
  })

  it('[GD16] who was born dead is a crossed symbol of half the size, with its letters in the place of a whole one', () => {
    for (const [locale, letters] of [
      ['nl', 'DG'],
      ['en', 'SB'],
    ] as const) {
      const shapes = drawSymbol(
        content({ kind: 'stillbirth', gender: 'male', name: '', age: '' }),
        STYLE,
        THEME,
        MESSAGES[locale].genogram,
      )
      expect(shapes).toContainEqual(expect.objectContaining({ d: 'M-10 -10L10 -10L10 10L-10 10Z' }))
      expect(shapes).toContainEqual(expect.objectContaining({ d: 'M-10 -10L10 10M10 -10L-10 10' }))
      const [label] = textsOf(shapes)
      expect(label).toMatchObject({ text: letters, x: 0 })
      // Below the small symbol, above the words of who it is.
      expect(label!.y - label!.px).toBeGreaterThanOrEqual(9)
      expect(label!.y).toBeLessThan(SYMBOL / 2 + 6)
    }
    expect(textsOf(draw({ kind: 'miscarriage' }))).toEqual([])
  })

  it('[GD50] the wave of a migration swings 5 or more to both sides', () => {
    const wave = draw({ migrated: 'one' }).find((shape) => shape.type === 'path' && shape.d.includes('C'))
    const [x0 = 0, , x1 = 0, , x2 = 0, , x3 = 0] = (wave?.type === 'path' ? wave.d : '')
      .match(/-?[\d.]+/g)!
      .map(Number)
    const xs = Array.from(
      { length: 101 },
      (_, i) =>
        cubicAt(
          { from: { x: x0, y: 0 }, c1: { x: x1, y: 0 }, c2: { x: x2, y: 0 }, to: { x: x3, y: 0 } },
          i / 100,
        ).x,
    )
    expect(Math.max(...xs)).toBeGreaterThan(5)
    expect(Math.min(...xs)).toBeLessThan(-5)
  })

  it('[GD15] nothing of health or addiction is drawn unless it is given, and then inside the edge', () => {
    for (const gender of ['male', 'female', 'nonbinary', 'unknown'] as const) {
      const edge = edgePolygon(formOf(content({ gender })), 1)
      const reach = Math.max(...edge.map(({ x }) => x))
      for (const { d } of draw({ gender, marks: [{ kind: 'illness', state: 'suspected' }] }).flatMap(
        (shape) =>
          shape.type === 'path' && shape.fill === undefined && shape.strokeWidth! < 1.5 ? [shape] : [],
      )) {
        const xs = (d.match(/-?[\d.]+/g) ?? []).map(Number).filter((_, i) => i % 2 === 0)
        expect(Math.min(...xs)).toBeGreaterThanOrEqual(-reach - 0.01)
        expect(Math.max(...xs)).toBeLessThanOrEqual(0.01)
      }
    }
    expect(clip([], 1, 0, 0)).toEqual([])
    expect(hatched([], 4)).toBe('')
  })
})
