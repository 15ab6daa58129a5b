import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BROKEN, family, TAME, TREE, WILD } from '../test-kit'
import type { GenogramInput, GenoPerson } from '../types'
import { familyOf } from './family'
import { layoutGenogram } from './layout'
import { faultsOf, placesOf } from './test-checks'

/** `GENOGRAM_RUNS=10000` for the long run: docs/genogram-check.md. */
const RUNS = Number(process.env['GENOGRAM_RUNS'] ?? 500)
/** Rounding, and what weak wishes leave. */
const OFF_MIDDLE = 4
const SLOW = { timeout: RUNS * 200 + 20_000 }

function holds(arbitrary: fc.Arbitrary<GenogramInput>, rule: (input: GenogramInput) => void): void {
  const property = fc.property(arbitrary, (input) => {
    rule(input)
  })
  fc.assert(property, { numRuns: RUNS, seed: 20_261_124 })
}

describe('layoutGenogram on random families', () => {
  it('[GL1] [GL2] [GL3] [GL4] [GL5] [GL6] [GL7] [GL8] usual families break no rule', SLOW, () => {
    holds(family(TAME), (input) => expect(faultsOf(input, layoutGenogram(input))).toEqual([]))
  })

  it(
    '[GL1] [GL2] [GL3] [GL4] [GL6] [GL7] [GL8] families with marriages inside and two sets of parents break none',
    SLOW,
    () => {
      holds(family(WILD), (input) => expect(faultsOf(input, layoutGenogram(input))).toEqual([]))
    },
  )

  it('[GL8] data that contradicts itself is drawn, with everybody once', SLOW, () => {
    holds(family(BROKEN), (input) => expect(faultsOf(input, layoutGenogram(input))).toEqual([]))
  })

  it('[GL3] without contradictions and second parents a child stands exactly one row below', SLOW, () => {
    holds(family(TAME), (input) => {
      const at = placesOf(layoutGenogram(input))
      for (const { partners, ties } of familyOf(input).couples)
        for (const tie of ties)
          for (const one of partners) expect(at(tie.child).row).toBe((at(one).row ?? 0) + 1)
    })
  })

  it('[GL10] families that descend from one person have no crossings', SLOW, () => {
    holds(family(TREE), (input) => expect(layoutGenogram(input).crossings).toBe(0))
  })

  it(
    '[GL9] where no line crosses another, every couple stands above the middle of its children',
    SLOW,
    () => {
      holds(family(TREE), (input) => expect(farthestOff(input)).toBeLessThanOrEqual(OFF_MIDDLE))
      holds(family(TAME), (input) => {
        if (layoutGenogram(input).crossings === 0) expect(farthestOff(input)).toBeLessThanOrEqual(OFF_MIDDLE)
      })
    },
  )

  it(
    '[GL11] a new child or partner keeps the order in every row and moves nobody further than its room',
    SLOW,
    () => {
      const cases = fc.tuple(
        family({ ...TAME, maxPeople: 40 }),
        fc.nat(1000),
        fc.boolean(),
        fc.integer({ min: 0, max: 150 }),
      )
      fc.assert(
        fc.property(cases, ([input, pick, asChild, labelW]) => {
          const grown = withLeaf(input, pick, asChild, labelW)
          if (!grown) return
          const [before, layout] = [layoutGenogram(input), layoutGenogram(grown)]
          const after = placesOf(layout)
          if (isTurned(grown, placesOf(before), after)) return
          const room = Math.max(asChild ? 80 : 120, labelW) + 62 + beyond(grown, placesOf(before), after)
          if (before.crossings + layout.crossings === 0)
            for (const one of before.people)
              expect(Math.abs(after(one.id).x - one.x), one.id).toBeLessThanOrEqual(room)
          for (const a of before.people)
            for (const b of before.people)
              if (a.row === b.row && a.x < b.x)
                expect(after(a.id).x, `${a.id} ${b.id}`).toBeLessThan(after(b.id).x)
        }),
        { numRuns: RUNS, seed: 20_261_124 },
      )
    },
  )

  it('[GL12] the order of the input is no matter', SLOW, () => {
    holds(family(BROKEN), (input) => {
      const turned = {
        ...input,
        people: input.people.toReversed(),
        unions: input.unions.toReversed().map((one) => ({ ...one, children: one.children.toReversed() })),
      }
      expect(layoutGenogram(turned)).toEqual(layoutGenogram(input))
    })
  })

  it('[GL13] the pinned stand exactly there, and nobody overlaps them', SLOW, () => {
    const pin = fc.record({
      at: fc.nat(1000),
      x: fc.integer({ min: -600, max: 600 }),
      y: fc.integer({ min: -300, max: 500 }),
    })
    fc.assert(
      fc.property(
        family({ ...TAME, maxPeople: 25 }),
        fc.array(pin, { minLength: 1, maxLength: 4 }),
        (input, pins) => {
          if (input.people.length === 0) return
          const named = pins.map(({ at, x, y }) => ({
            id: input.people[at % input.people.length]?.id as string,
            x,
            y,
          }))
          const once = [...new Map(named.map((one) => [one.id, one])).values()]
          const pinned = { ...input, pins: once }
          const layout = layoutGenogram(pinned)
          expect(faultsOf(pinned, layout)).toEqual([])
          const at = placesOf(layout)
          for (const { id, x, y } of once) expect(at(id)).toMatchObject({ x, y, pinned: true })
        },
      ),
      { numRuns: RUNS, seed: 20_261_124 },
    )
  })
})

/**
 * How far a couple of this family stands off the middle of its children, at most; those whose children stand between
 * children of others, or in another order than the couples, are not asked, because two couples cannot stand at one place.
 */
function farthestOff(input: GenogramInput): number {
  const layout = layoutGenogram(input)
  const at = placesOf(layout)
  const { couples, sibships } = familyOf(input)
  const spans = couples.flatMap((couple) => {
    const drop = layout.unions.find((one) => one.id === couple.id)?.drop
    const all = (sibships.get(couple) ?? []).map((tie) => at(tie.child))
    const xs = all.map((one) => one.x)
    return drop && all[0] ? [{ row: all[0].row, drop: drop.x, lo: Math.min(...xs), hi: Math.max(...xs) }] : []
  })
  const offs = spans.map(({ row, drop, lo, hi }) => {
    const mixed = spans.some(
      (one) =>
        one.lo !== lo &&
        one.row === row &&
        (Math.max(one.lo, lo) <= Math.min(one.hi, hi) || one.lo < lo !== one.drop < drop),
    )
    return mixed ? 0 : Math.abs((lo + hi) / 2 - drop)
  })
  return Math.max(0, ...offs)
}

type At = ReturnType<typeof placesOf>

/** Whether partners changed sides because the newcomer is a brother or sister who needs theirs, see GL11. */
function isTurned(grown: GenogramInput, before: At, after: At): boolean {
  return familyOf(grown).couples.some(({ partners: [a, b] }) => {
    if (!a || !b || [a, b].includes('zz-new')) return false
    return before(a).x < before(b).x !== after(a).x < after(b).x
  })
}

/**
 * What the newcomer takes beside its own room, because a couple stands above the middle of its children: the partners
 * between it and the nearest brother or sister. A first child makes the lines between partners longer, and needs the
 * place below its parents if others reach under them.
 */
function beyond(grown: GenogramInput, before: At, after: At): number {
  const { couples, sibships, members } = familyOf(grown)
  const parents = couples.find((one) => one.ties.some((tie) => tie.child === 'zz-new'))
  if (!parents) return 0
  const sibs = (sibships.get(parents) ?? []).filter((tie) => tie.child !== 'zz-new')
  if (sibs.length > 0) return Math.min(...sibs.map((tie) => Math.abs(after(tie.child).x - after('zz-new').x)))
  // All who are joined by partners, because each of them with children stands above those.
  const chain = new Set(parents.partners)
  for (const id of chain)
    for (const one of couples)
      if (one.partners.includes(id)) for (const other of one.partners) chain.add(other)
  const wide = (at: At) => {
    const xs = [...chain].map((id) => at(id).x)
    return Math.max(...xs) - Math.min(...xs)
  }
  const xs = parents.partners.map((id) => before(id).x)
  const below = (Math.min(...xs) + Math.max(...xs)) / 2
  const newcomer = after('zz-new')
  const under = members
    .filter((id) => id !== 'zz-new' && after(id).row === newcomer.row)
    .map((id) => (after(id).x < newcomer.x ? before(id).x - below : below - before(id).x))
  return wide(after) - wide(before) + Math.max(0, ...under)
}

/** One more child of a couple, or one more partner of somebody; not where a couple was turned, see GL11. */
function withLeaf(
  input: GenogramInput,
  pick: number,
  asChild: boolean,
  labelW: number,
): GenogramInput | null {
  const person = input.people[pick % Math.max(1, input.people.length)]
  const union = input.unions[pick % Math.max(1, input.unions.length)]
  if (!person || !union) return null
  const leaf: GenoPerson = {
    ...person,
    id: 'zz-new',
    order: 'zz',
    born: null,
    labelW,
    labelH: 16,
    gender: 'unknown',
  }
  const people = [...input.people, leaf]
  if (!asChild) {
    const partners = [person.id, leaf.id] as const
    return {
      ...input,
      people,
      unions: [...input.unions, { id: 'zz', partners, since: null, order: 'zz', children: [] }],
    }
  }
  const child = {
    id: 'zz',
    child: leaf.id,
    type: 'biological',
    multiple: null,
    identical: null,
    ended: false,
  }
  return {
    ...input,
    people,
    unions: input.unions.map((one) => (one === union ? { ...one, children: [...one.children, child] } : one)),
  }
}
