import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MESSAGES } from '@/lib/i18n/messages'
import { boxesOf, grown, holds, overlap, symbolBox } from '../boxes'
import { placeAt, wayOfCubic } from '../lines/way'
import { content, layoutOf, placed, randomRows, relation } from '../paint-kit'
import type { GenoRelation, PlacedPerson, RelationTrack } from '../types'
import { trackRelations } from './trackRelations'

const WORDS = MESSAGES.nl.genogram

/** Every place of a track, from the one end to the other. */
function placesOf(track: RelationTrack) {
  const way = wayOfCubic(track)
  return Array.from({ length: Math.ceil(way.length / 2) + 1 }, (_, i) =>
    placeAt(way, Math.min(way.length, i * 2)),
  )
}

const some = (people: readonly PlacedPerson[]) =>
  fc
    .array(
      fc.record({
        from: fc.nat(people.length - 1),
        to: fc.nat(people.length - 1),
        type: fc.constantFrom('plain', 'hostile', 'neglect', 'harmony'),
        by: fc.constantFrom('', 'volgens Sanne'),
      }),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map(({ from, to, type, by }, i) =>
        relation(`r${i}`, people[from]!.id, people[to]!.id, { type, accordingTo: by }),
      ),
    )

const scene = randomRows.chain((people) => fc.tuple(fc.constant(people), some(people)))

const row = (...names: string[]) => names.map((name, i) => placed(name, i * 120, 0))

describe('trackRelations', () => {
  it('[GD20] between two with nobody between them a line is straight, and ends just before both', () => {
    const layout = layoutOf([placed('a', 0, 0), placed('b', 200, 0)])
    const [track] = trackRelations(layout, [relation('r', 'a', 'b')], WORDS)
    expect(track).toMatchObject({ free: true, label: null })
    expect(track!.from.x).toBeCloseTo(26, 0)
    expect(track!.to.x).toBeCloseTo(174, 0)
    for (const { y } of placesOf(track!)) expect(y).toBeCloseTo(0, 3)
  })

  it('[GD20] from below a symbol a line begins under the words of that person', () => {
    const layout = layoutOf([placed('a', 0, 0), placed('b', 0, 200)])
    const [track] = trackRelations(layout, [relation('r', 'a', 'b')], WORDS)
    const { labelY, labelH } = layout.people[0]!
    expect(track!.from.y).toBeGreaterThan(labelY + labelH)
    expect(track!.from.y).toBeLessThan(labelY + labelH + 12)
  })

  it('[GD21] a line bends around who stands between', () => {
    const layout = layoutOf(row('a', 'b', 'c'))
    const [track] = trackRelations(layout, [relation('r', 'a', 'c')], WORDS)
    expect(track!.free).toBe(true)
    expect(Math.max(...placesOf(track!).map(({ y }) => Math.abs(y)))).toBeGreaterThan(28)
  })

  it('[GD21] no line that is free runs through the symbol or the words of anybody', () => {
    let free = 0
    let all = 0
    fc.assert(
      fc.property(scene, ([people, relations]) => {
        const byId = new Map(relations.map((one) => [one.id, one]))
        for (const track of trackRelations(layoutOf(people), relations, WORDS)) {
          all++
          if (!track.free) continue
          free++
          const { from, to } = byId.get(track.id)!
          for (const person of people) {
            const own = person.id === from || person.id === to
            for (const box of boxesOf(person)) {
              const keep = grown(box, own ? -1 : 5)
              expect(placesOf(track).filter((place) => holds(keep, place))).toEqual([])
            }
          }
        }
      }),
      { numRuns: 150 },
    )
    expect(all).toBeGreaterThan(150)
    // In crowds of strangers some lines find no way; most do.
    expect(free / all).toBeGreaterThan(0.8)
  })

  it('[GD22] lines between the same two lie beside each other', () => {
    const layout = layoutOf([placed('a', 0, 0), placed('b', 300, 0)])
    const relations = ['1', '2', '3'].map((id, i) => relation(id, i === 1 ? 'b' : 'a', i === 1 ? 'a' : 'b'))
    const mids = trackRelations(layout, relations, WORDS).map(({ mid }) => mid.y)
    expect(mids[0]! - mids[1]!).toBeCloseTo(18, 0)
    expect(mids[1]! - mids[2]!).toBeCloseTo(18, 0)
  })

  it('[GD23] a track runs from who it comes from to who it is about', () => {
    const layout = layoutOf([placed('a', 0, 0), placed('b', 300, 0)])
    const [there, back] = trackRelations(
      layout,
      [relation('1', 'a', 'b'), relation('2', 'b', 'a')],
      WORDS,
    ) as [RelationTrack, RelationTrack]
    expect(there.from.x).toBeLessThan(there.to.x)
    expect(back.from.x).toBeGreaterThan(back.to.x)
  })

  it('[GD24] the order in which lines are given does not matter, and a line more bends no other but those of the same two', () => {
    fc.assert(
      fc.property(scene, fc.nat(), ([people, relations], pick) => {
        const layout = layoutOf(people)
        const before = trackRelations(layout, relations, WORDS)
        expect(
          trackRelations({ ...layout, people: people.toReversed() }, relations.toReversed(), WORDS),
        ).toEqual(before)
        if (relations.length === 0) return
        const added = relations[pick % relations.length]!
        const pair = (one: GenoRelation) => [one.from, one.to].sort().join()
        const fewer = relations.filter(({ id }) => id !== added.id)
        const same = new Set(relations.filter((one) => pair(one) === pair(added)).map(({ id }) => id))
        const way = ({ id, from, c1, c2, to }: RelationTrack) => ({ id, from, c1, c2, to })
        const others = (tracks: RelationTrack[]) => tracks.filter(({ id }) => !same.has(id)).map(way)
        expect(others(trackRelations(layout, fewer, WORDS))).toEqual(others(before))
      }),
      { numRuns: 30 },
    )
  })

  it('[GD25] words at a line lie on no symbol, on no words of a person and on no words of another line', () => {
    let labels = 0
    fc.assert(
      fc.property(scene, ([people, relations]) => {
        const boxes = trackRelations(layoutOf(people), relations, WORDS).flatMap(({ label }) => label ?? [])
        labels += boxes.length
        boxes.forEach((box, i) => {
          for (const other of [...boxes.slice(i + 1), ...people.flatMap(boxesOf)]) {
            expect(overlap(box, other)).toBe(false)
          }
        })
      }),
      { numRuns: 100 },
    )
    expect(labels).toBeGreaterThan(100)
  })

  it('[GD26] who is not in the picture, and somebody and themself, have no line; symbols on top of each other do not stop the others', () => {
    const people = [placed('a', 0, 0), placed('b', 0, 0), placed('c', 10, 4)]
    const relations = [
      relation('1', 'a', 'a'),
      relation('2', 'a', 'nobody'),
      relation('3', 'a', 'b'),
      relation('4', 'b', 'c'),
    ]
    const tracks = trackRelations(layoutOf(people), relations, WORDS)
    expect(tracks.map(({ id }) => id)).toEqual(['3', '4'])
    expect(JSON.stringify(tracks)).not.toMatch(/null,"y"|NaN/)
    expect(trackRelations(layoutOf([placed('a', 0, 0)]), [], WORDS)).toEqual([])
  })

  it('[GD27] other words are crossed by no line that can go round them', () => {
    const layout = layoutOf([placed('a', 0, 0), placed('b', 300, 0)])
    const name = { x: 120, y: -8, w: 60, h: 16 }
    const [track] = trackRelations(layout, [relation('r', 'a', 'b', { type: 'hostile' })], WORDS, [name])
    expect(placesOf(track!).filter((place) => holds(name, place))).toEqual([])
    expect(track!.label && overlap(track!.label, name)).toBe(false)
  })

  it('[GD28] 1,300 people with 600 lines are done within the time for a picture of them', () => {
    const people = Array.from({ length: 1_300 }, (_, i) =>
      placed(`p${i}`, (i % 100) * 130, Math.floor(i / 100) * 160, content({ name: 'Sanne' })),
    )
    const relations = Array.from({ length: 600 }, (_, i) =>
      relation(`r${i}`, `p${(i * 37) % 1_300}`, `p${(i * 37 + [1, 2, 101, 203][i % 4]!) % 1_300}`, {
        type: 'hostile',
      }),
    )
    const begun = performance.now()
    const tracks = trackRelations(layoutOf(people), relations, WORDS)
    expect(tracks).toHaveLength(600)
    expect(performance.now() - begun).toBeLessThan(10_000)
    expect(symbolBox(people[0]!).w).toBe(40)
  })
})
