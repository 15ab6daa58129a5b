import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxesOf, overlap, type Box } from '../boxes'
import { content, layoutOf, placed, randomRows } from '../paint-kit'
import type { GenoHousehold, PlacedPerson } from '../types'
import { householdRegion, outlineHouseholds } from './outlineHouseholds'
import { edgesOf, piecesOf, regionOf, type Region } from './region'
import { roundedEdges } from './rounded'

const home = (id: string, ...members: string[]): GenoHousehold => ({
  id,
  name: 'Bij Sanne',
  members,
  order: 'a0',
})

/** Cells of a region that a box lies in, and whether each is inside. */
function cellsUnder({ xs, ys, inside }: Region, box: Box): boolean[] {
  return inside.flatMap((column, i) =>
    column.filter((_, j) =>
      overlap(box, { x: xs[i]!, y: ys[j]!, w: xs[i + 1]! - xs[i]!, h: ys[j + 1]! - ys[j]! }),
    ),
  )
}

/** Whether a box lies whole in the field of a region. */
function covers(region: Region, box: Box): boolean {
  const [left, right, top, bottom] = [region.xs[0]!, region.xs.at(-1)!, region.ys[0]!, region.ys.at(-1)!]
  if (box.x < left || box.x + box.w > right || box.y < top || box.y + box.h > bottom) return false
  return cellsUnder(region, box).every((is) => is)
}

const TIED = [
  placed('p0', 28, 320),
  placed('p1', 76, 320),
  placed('p2', 41, 0, content({ name: 'Sanne', role: 'moeder' })),
  placed('p3', 110, 0),
]

const household = randomRows.chain((people) =>
  fc.tuple(
    fc.constant(people),
    fc.subarray(
      people.map(({ id }) => id),
      { minLength: 1 },
    ),
  ),
)

function split(people: readonly PlacedPerson[], ids: readonly string[]) {
  return [people.filter(({ id }) => ids.includes(id)), people.filter(({ id }) => !ids.includes(id))] as const
}

describe('outlineHouseholds', () => {
  it('[GD30] an outline holds the symbols and words of all who live there, and of nobody else', () => {
    let pieces = 0
    fc.assert(
      fc.property(household, ([people, ids]) => {
        const [members, others] = split(people, ids)
        const region = householdRegion(members, others, 12)
        for (const box of members.flatMap(boxesOf)) expect(covers(region, box)).toBe(true)
        for (const box of others.flatMap(boxesOf))
          expect(cellsUnder(region, box).some((is) => is)).toBe(false)
        pieces += piecesOf(region).length > 1 ? 1 : 0
        const [outline] = outlineHouseholds(layoutOf(people), [home('h', ...ids)])
        expect(outline!.strangers).toEqual([])
      }),
      { numRuns: 100 },
    )
    // Around all others there is always a way where the layout leaves room.
    expect(pieces).toBeLessThan(10)
  })

  it('[GD31] two who are split by somebody else are joined by a band below that person', () => {
    const people = [placed('a', 0, 0), placed('b', 120, 0), placed('c', 240, 0)]
    const region = householdRegion([people[0]!, people[2]!], [people[1]!], 12)
    expect(piecesOf(region)).toHaveLength(1)
    const { labelY, labelH } = people[1]!
    const under: Box = { x: 118, y: labelY + labelH + 6, w: 4, h: 12 }
    expect(cellsUnder(region, under)).toContain(true)
    expect(cellsUnder(region, { x: 118, y: -200, w: 4, h: 180 })).not.toContain(true)
  })

  it('[GD32] who stands upon a member, so that no outline can leave them out, is named', () => {
    const people = [placed('a', 0, 0), placed('b', 10, 0), placed('c', 300, 0)]
    const [outline] = outlineHouseholds(layoutOf(people), [home('h', 'a')])
    expect(outline!.strangers).toEqual(['b'])
  })

  it('[GD33] households that share somebody differ in level, so that both outlines can be followed', () => {
    const people = [
      placed('father', 0, 0),
      placed('child', 100, 160),
      placed('mother', 200, 0),
      placed('x', 600, 0),
    ]
    const outlines = outlineHouseholds(layoutOf(people), [
      home('1', 'father', 'child'),
      home('2', 'mother', 'child'),
      home('3', 'x'),
    ])
    expect(outlines.map(({ id, level }) => [id, level])).toEqual([
      ['1', 0],
      ['2', 1],
      ['3', 0],
    ])
    expect(new Set(outlines.map(({ path }) => path)).size).toBe(3)
  })

  it('[GD34] names of households lie on nobody', () => {
    fc.assert(
      fc.property(household, ([people, ids]) => {
        const [outline] = outlineHouseholds(layoutOf(people), [home('h', ...ids)])
        const { x, y, w } = outline!.label
        for (const box of people.flatMap(boxesOf))
          expect(overlap(box, { x, y: y - 10, w, h: 12 })).toBe(false)
      }),
      { numRuns: 50 },
    )
  })

  it('[GD35] the order of people and households does not matter; who is not in the picture is left out', () => {
    fc.assert(
      fc.property(household, ([people, ids]) => {
        const layout = layoutOf(people)
        const homes = [home('1', ...ids, 'nobody'), home('2', people[0]!.id), home('3', 'nobody')]
        const outlines = outlineHouseholds(layout, homes)
        expect(outlines.map(({ id }) => id)).toEqual(['1', '2'])
        const turned = outlineHouseholds({ ...layout, people: people.toReversed() }, homes.toReversed())
        expect(turned).toEqual(outlines)
      }),
      // Equally near neighbours: whom a member is joined to must not depend on who is named first.
      { numRuns: 30, examples: [[[TIED, ['p0', 'p1', 'p2']]]] },
    )
  })

  it('[GD36] a union of boxes keeps its area, its holes and its separate corners', () => {
    const box = (x: number, y: number, w = 10, h = 10): Box => ({ x, y, w, h })
    const ring = regionOf([box(0, 0, 30, 30)], [box(10, 10)], [])
    expect(edgesOf(ring)).toHaveLength(2)
    expect(piecesOf(ring)).toHaveLength(1)
    for (const two of [
      [box(0, 0), box(10, 10)],
      [box(10, 0), box(0, 10)],
    ]) {
      expect(edgesOf(regionOf(two, [], [])).map((loop) => loop.length)).toEqual([4, 4])
    }
    // Two holes that touch are one edge: it is the inside whose corners stay apart.
    for (const holes of [
      [box(10, 10), box(20, 20)],
      [box(20, 10), box(10, 20)],
    ]) {
      const edges = edgesOf(regionOf([box(0, 0, 40, 40)], holes, []))
      expect(edges.map((loop) => loop.length).sort((a, b) => a - b)).toEqual([4, 8])
    }
    expect(roundedEdges(edgesOf(regionOf([box(0, 0, 40, 40)], [], [])), 10)).toBe(
      'M0 10Q0 0 10 0L30 0Q40 0 40 10L40 30Q40 40 30 40L10 40Q0 40 0 30Z',
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 9 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (rows) => {
          const loops = edgesOf(
            regionOf(
              rows.map(([x, y, w]) => box(x, y, w, 3)),
              [],
              [],
            ),
          )
          let area = 0
          for (let x = 0; x < 30; x++) {
            for (let y = 0; y < 30; y++) {
              if (rows.some(([bx, by, w]) => x >= bx && x < bx + w && y >= by && y < by + 3)) area++
            }
          }
          const sum = loops.flatMap((loop) =>
            loop.map((a, i) => {
              const b = loop[(i + 1) % loop.length]!
              return (a.x * b.y - b.x * a.y) / 2
            }),
          )
          expect(sum.reduce((total, part) => total + part, 0)).toBe(area)
        },
      ),
    )
  })
})
