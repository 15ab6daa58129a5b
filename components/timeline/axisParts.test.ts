import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayOf } from '@/lib/dates/bounds'
import { layoutTimeline } from '@/lib/timeline/layout'
import type { CardContent, TimelineEvent } from '@/lib/timeline/types'
import { axisParts } from './axisParts'

const SETTINGS = { today: dayOf(2020, 1, 1), pxPerYear: 300, birth: null, locale: 'nl' as const }
const LANES = [{ id: 'family', place: 'below' as const, order: 'a1' }]
const WORDS = { now: 'nu', dock: '', proposal: 'voorstel', nothing: (years: number) => `${years} jaar niets` }
const event = (id: string, date: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id,
  date,
  side: 'family',
  kind: 'family',
  order: 'a0',
  ...more,
})

it('[PJ6] every stem and every date is drawn in one piece, and lies within it', () => {
  const date = fc.constantFrom('1990', '1996-05-02', '2003-04~', '2010/2011', '1992/2019', '2019?')
  fc.assert(
    fc.property(fc.array(date, { maxLength: 40 }), (dates) => {
      const layout = layoutTimeline(
        dates.map((one, i) => event(`e${i}`, one)),
        LANES,
        SETTINGS,
      )
      const parts = axisParts(layout, new Map(), WORDS)
      const marks = parts.flatMap(({ part, box }) =>
        part.name === 'back' ? [] : part.marks.map(({ mark }) => ({ mark, box })),
      )
      expect(marks.map(({ mark }) => mark.id).sort()).toEqual(layout.marks.map(({ id }) => id).sort())
      for (const { mark, box } of marks) {
        expect(mark.x).toBeGreaterThanOrEqual(box.x)
        expect(mark.x + mark.w).toBeLessThanOrEqual(box.x + box.w)
      }
      const stems = parts.flatMap(({ part }) => (part.name === 'stretch' ? part.stems : []))
      expect(stems).toHaveLength(dates.length)
    }),
    { numRuns: 40 },
  )
})

it('[PJ7] a break says in words how long nothing was written down, a roundabout that it is a proposal', () => {
  const exits = [{ id: 'x', text: 'bellen', status: 'taken' as const }]
  const layout = layoutTimeline(
    [event('a', '1985'), event('b', '2012', { kind: 'roundabout', exits })],
    LANES,
    { ...SETTINGS, scale: 'compressed' },
  )
  const said = { proposed: true, kind: 'roundabout', tint: 'family' } as CardContent
  const front = axisParts(layout, new Map([['b', said]]), WORDS).find(({ id }) => id === 'front')?.part
  if (front?.name !== 'front') throw new Error('no front')
  expect(front.breaks.map(({ words }) => words)).toContain('26 jaar niets')
  expect(front.roundabouts).toMatchObject([{ id: 'b', note: 'voorstel', exits: [{ id: 'x' }] }])
})
