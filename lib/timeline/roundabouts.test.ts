import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth } from '@/lib/text/widths'
import { layoutTimeline } from './layout'
import { overlap, SIDES, someEvents, someLanes, someLoops, someSettings, TODAY } from './test-kit'
import type { PlacedLoop, PlacedRoundabout, TimelineEvent, TimelineExit } from './types'
import type { Box } from './view'

const settings = {
  today: TODAY,
  pxPerYear: 120,
  birth: null,
  locale: 'nl' as const,
  unseenWord: 'niet gezien?',
}

const exitsOf = (...said: [TimelineExit['status'], string][]): TimelineExit[] =>
  said.map(([status, text], i) => ({ id: `x${i}`, status, text }))

function roundabout(
  id: string,
  date: string,
  exits: readonly TimelineExit[],
  side = 'professional',
): TimelineEvent {
  return { id, date, side, kind: 'roundabout', order: 'a0', exits }
}

function wordBoxes({ exits }: PlacedRoundabout): Box[] {
  return exits
    .filter(({ label }) => label !== '')
    .map(({ anchor, labelX, labelY, labelW }) => {
      return { x: anchor === 'end' ? labelX - labelW : labelX, y: labelY - 11, w: labelW, h: 14 }
    })
}
const titleBox = ({ labelX, labelY, labelW }: PlacedLoop): Box => ({
  x: labelX,
  y: labelY - 11,
  w: labelW,
  h: 14,
})
/** What an arc takes at most: the box around its points and handles. */
function arcBox(arc: string): Box {
  const points = [...arc.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )
  const ys = [...points.map(([, y]) => y), ...[...arc.matchAll(/V(-?[\d.]+)/g)].map(([, y]) => Number(y))]
  const xs = points.map(([x]) => x)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}
const circle = ({ x, y, r }: PlacedRoundabout): Box => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r })

describe('roundabouts', () => {
  it('[TL43] a roundabout stands where its stem does, with every way out it has, however many', () => {
    fc.assert(
      fc.property(someEvents(), someLanes, someSettings, (events, lanes, given) => {
        const { roundabouts, cards } = layoutTimeline(events, lanes, given)
        for (const { id, x, y, exits } of roundabouts) {
          const card = cards.find((one) => one.id === id)
          expect([card?.stemX, card?.baseY]).toEqual([x, y])
          const own = events.find((one) => one.id === id)?.exits ?? []
          const status = (all: readonly { id: string; status: string }[]) =>
            all.map((one) => `${one.id} ${one.status}`).sort()
          expect(status(exits)).toEqual(status(own))
        }
        const stems = new Set(cards.filter(({ stemX }) => stemX !== null).map(({ id }) => id))
        const wanted = events
          .filter(({ id, kind }) => kind === 'roundabout' && stems.has(id))
          .map(({ id }) => id)
        expect(roundabouts.map(({ id }) => id).sort()).toEqual(wanted.sort())
      }),
    )
  })

  it('[TL44] words of ways out and titles of loops cover no circle, no card, no dock and not each other', () => {
    fc.assert(
      fc.property(someEvents(), someLanes, someSettings, someLoops, (events, lanes, given, some) => {
        const { roundabouts, loops, cards, docks, folded } = layoutTimeline(events, lanes, given, some)
        const words = [
          ...roundabouts.flatMap(wordBoxes),
          ...loops.filter(({ label }) => label !== '').map(titleBox),
        ]
        const solid = [...cards, ...docks, ...folded, ...roundabouts.map(circle)]
        words.forEach((box, i) => {
          for (const other of [...solid, ...words.slice(i + 1)]) expect(overlap(box, other)).toBe(false)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('[TL45] who took a way out sees it lead on to the right, what was passed by or not seen to the left; words are cut, never lost', () => {
    const long = 'nog een jaar op de groep in Zwolle blijven wonen met hulp'
    const [only] = layoutTimeline(
      [roundabout('r', '2015-06-01', exitsOf(['taken', 'naar tante'], ['passed', long], ['unseen', '']))],
      SIDES,
      settings,
    ).roundabouts
    const exit = (status: string) => only?.exits.find((one) => one.status === status)
    expect(exit('taken')).toMatchObject({ anchor: 'start', label: 'naar tante' })
    expect(exit('taken')?.labelX).toBeGreaterThan(only?.x ?? 0)
    expect(exit('passed')).toMatchObject({ anchor: 'end', text: long })
    expect(exit('passed')?.label).toMatch(/…$/)
    expect(exit('passed')?.labelW).toBeLessThanOrEqual(150)
    expect(exit('unseen')).toMatchObject({ anchor: 'end', label: 'niet gezien?' })
    for (const { label, labelW } of only?.exits ?? []) expect(labelW).toBe(textWidth(label, 12, 'regular'))
  })

  it('[TL45] near neighbours keep at least a few letters of each way out', () => {
    const exits = exitsOf(['taken', 'naar tante Joke'], ['passed', 'langer blijven'], ['passed', 'naar huis'])
    const near = [0, 1, 2, 3].map((i) =>
      roundabout(`r${i}`, `2015-0${i + 3}-01`, exits, i % 2 ? 'family' : 'professional'),
    )
    const { roundabouts } = layoutTimeline(near, SIDES, settings)
    for (const one of roundabouts.slice(1)) for (const { anchor } of one.exits) expect(anchor).toBe('start')
    const labels = roundabouts.flatMap((one) => one.exits.map(({ label }) => label))
    expect(labels).toHaveLength(12)
    for (const label of labels) expect(label.length).toBeGreaterThan(5)
  })
})

describe('loops', () => {
  const at = (id: string, date: string, side = 'family'): TimelineEvent => ({
    id,
    date,
    side,
    kind: 'family',
    order: 'a0',
  })

  it('[TL46] a loop leads from each event to the next in order of date; one that has less than two on the line is left out', () => {
    const events = [
      at('c', '2016-01-01'),
      at('a', '2010-01-01'),
      at('b', '2013-01-01'),
      { ...at('u', ''), date: null },
    ]
    const loop = { id: 'l', title: 'Weer verhuizen', eventIds: ['c', 'u', 'a', 'gone', 'b'] }
    const { loops, cards } = layoutTimeline(events, SIDES, settings, [
      loop,
      { ...loop, id: 'm', eventIds: ['u', 'a'] },
    ])
    expect(loops).toHaveLength(1)
    expect(loops[0]?.eventIds).toEqual(['a', 'b', 'c'])
    expect(loops[0]?.arcs).toHaveLength(2)
    const foot = (id: string) =>
      String(Math.round((cards.find((one) => one.id === id)?.stemX ?? NaN) * 10) / 10)
    expect(loops[0]?.arcs[0]?.startsWith(`M${foot('a')} `)).toBe(true)
    expect(loops[0]?.arcs[1]).toContain(`${foot('c')} `)
  })

  const crowd = fc
    .tuple(
      fc.array(fc.tuple(fc.integer({ min: 2_000, max: 2_025 }), fc.constantFrom('professional', 'family')), {
        minLength: 6,
        maxLength: 24,
      }),
      fc.array(fc.array(fc.nat(12), { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
    )
    .map(([all, picks]) =>
      layoutTimeline(
        all.map(([year, side], i) => at(`e${i}`, `${year}-03-01`, side)),
        SIDES,
        settings,
        picks.map((some, i) => ({
          id: `l${i}`,
          title: `Weer hetzelfde ${i}`,
          eventIds: some.map((n) => `e${n}`),
        })),
      ),
    )

  it('[TL44] titles of many loops over one crowded line cover no card and not each other, and their arcs are apart', () => {
    fc.assert(
      fc.property(crowd, ({ loops, cards }) => {
        loops.forEach((loop, i) => {
          for (const box of [...cards, ...loops.slice(i + 1).map(titleBox)])
            expect(overlap(titleBox(loop), box)).toBe(false)
          for (const arc of loop.arcs)
            for (const card of cards) expect(overlap(arcBox(arc), card)).toBe(false)
        })
      }),
    )
  })

  it('[TL47] arcs run between the line and the first row, so that none crosses a card', () => {
    fc.assert(
      fc.property(someEvents(), someLanes, someSettings, someLoops, (events, lanes, given, some) => {
        const { loops, cards } = layoutTimeline(events, lanes, given, some)
        for (const { arcs } of loops)
          for (const arc of arcs) {
            const box = arcBox(arc)
            for (const card of cards.filter(({ stemX }) => stemX !== null))
              expect(overlap(box, card)).toBe(false)
          }
      }),
    )
  })
})
