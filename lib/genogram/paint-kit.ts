import fc from 'fast-check'
import { labelOf } from './label'
import {
  SYMBOL,
  type GenogramLayout,
  type GenoRelation,
  type PersonContent,
  type PlacedPerson,
} from './types'

/** Hand-made pictures for tests of the drawing; no layout is computed. */

export function content(more: Partial<PersonContent> = {}): PersonContent {
  return {
    name: 'Sanne',
    role: '',
    type: 'person',
    kind: 'person',
    gender: 'female',
    birthGender: null,
    circle: 'family',
    age: '16',
    years: '',
    deceased: false,
    index: false,
    marks: [],
    migrated: 'none',
    secret: false,
    reserved: false,
    ...more,
  }
}

export function placed(
  id: string,
  x: number,
  y: number,
  of: PersonContent = content({ name: id }),
): PlacedPerson {
  const label = labelOf(of)
  const box = of.type === 'organisation'
  const h = box ? SYMBOL * 0.7 : SYMBOL
  return {
    id,
    x,
    y,
    w: box ? SYMBOL * 1.4 : SYMBOL,
    h,
    labelY: y + h / 2 + 6,
    labelW: label.w,
    labelH: label.h,
    row: null,
    pinned: false,
  }
}

export function layoutOf(
  people: readonly PlacedPerson[],
  more: Partial<GenogramLayout> = {},
): GenogramLayout {
  const xs = people.flatMap(({ x, w }) => [x - w / 2, x + w / 2])
  const ys = people.flatMap(({ y, h, labelY, labelH }) => [y - h / 2, labelY + labelH])
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return {
    people,
    unions: [],
    childLines: [],
    multiples: [],
    contradictions: [],
    crossings: 0,
    bounds: { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y },
    ...more,
  }
}

export function relation(
  id: string,
  from: string,
  to: string,
  more: Partial<GenoRelation> = {},
): GenoRelation {
  return {
    id,
    from,
    to,
    type: 'plain',
    directed: false,
    order: 'a0',
    ended: false,
    support: [],
    accordingTo: '',
    secret: false,
    reserved: false,
    ...more,
  }
}

/** People in rows as a layout puts them: no two symbols or words upon each other. */
export const randomRows = fc
  .array(
    fc.record({
      row: fc.nat(3),
      gap: fc.integer({ min: 8, max: 140 }),
      name: fc.constantFrom('Bo', 'Sanne', 'Oma Amina', 'Jan Willem de Vries'),
      role: fc.constantFrom('', 'moeder', 'behandelaar'),
      type: fc.constantFrom('person' as const, 'person' as const, 'organisation' as const),
    }),
    { minLength: 2, maxLength: 18 },
  )
  .map((cells) => {
    const ends = [0, 0, 0, 0]
    return cells.map(({ row, gap, name, role, type }, i) => {
      const of = content({ name, role, type })
      const probe = placed('', 0, 0, of)
      const half = Math.max(probe.w, probe.labelW) / 2
      const x = ends[row]! + gap + half
      ends[row] = x + half
      return placed(`p${i}`, x, row * 160, of)
    })
  })
