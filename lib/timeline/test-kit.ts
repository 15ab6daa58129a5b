import fc from 'fast-check'
import { dayOf } from '@/lib/dates/bounds'
import type { ScaleKind, TimelineEvent, TimelineLane, TimelineLoop, TimelineSettings } from './types'
import type { Box } from './view'

/** Random timelines for tests: events of every kind and form of date in random lanes, on every scale. */

export const TODAY = dayOf(2026, 3, 14)

export const SIDES: readonly TimelineLane[] = [
  { id: 'professional', place: 'above', order: 'a0' },
  { id: 'family', place: 'below', order: 'a1' },
]

const LANE_IDS = ['professional', 'family', 'school', 'oma', 'wonen', 'hulp'] as const

const two = (n: number) => String(n).padStart(2, '0')

export const anyDate = fc
  .tuple(
    fc.integer({ min: 1960, max: 2028 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(11),
  )
  .map(([year, month, day, form]): string | null => {
    const forms = [
      `${year}`,
      `${year}~`,
      `${year}?`,
      `${year}-${two(month)}`,
      `${year}-${two(month)}-${two(day)}`,
      `${year}-22`,
      `${year}-${two(month)}/${year + 2}`,
      `${year}/..`,
      `[..${year}]`,
      `[${year}..${year + 1}]`,
      '2014-05',
    ]
    return forms[form] ?? null
  })

const exit = fc.record({
  text: fc.constantFrom('', 'naar tante', 'langer blijven', 'een heel lange afslag met veel woorden erbij'),
  status: fc.constantFrom('taken' as const, 'passed' as const, 'unseen' as const),
})

const event = fc.record({
  date: fc.oneof({ weight: 12, arbitrary: anyDate }, fc.constant('nonsense')),
  side: fc.constantFrom(...LANE_IDS, 'gone'),
  kind: fc.constantFrom(
    'family' as const,
    'contact' as const,
    'gap' as const,
    'dream' as const,
    'decision' as const,
    'roundabout' as const,
  ),
  background: fc.boolean(),
  exits: fc.array(exit, { maxLength: 6 }).map((all) => all.map((one, i) => ({ ...one, id: `x${i}` }))),
})

export const someEvents = (maxLength = 40) =>
  fc
    .array(event, { maxLength })
    .map((all) => all.map((one, i): TimelineEvent => ({ ...one, id: `e${i}`, order: `a${i % 7}` })))

export const someLanes = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...LANE_IDS),
      place: fc.constantFrom('above' as const, 'below' as const),
      order: fc.constantFrom('a0', 'a1', 'a2'),
      collapsed: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  )
  .map((all): TimelineLane[] => all)

const scaleKinds: readonly ScaleKind[] = ['linear', 'compressed', 'even']

export const someSettings = fc.record({
  today: fc.constant(TODAY),
  pxPerYear: fc.constantFrom(4, 24, 60, 120, 400, 1_200),
  scale: fc.constantFrom(...scaleKinds),
  birth: fc.constantFrom('2000', null),
  locale: fc.constantFrom('nl' as const, 'en' as const),
  unseenWord: fc.constant('niet gezien?'),
}) satisfies fc.Arbitrary<TimelineSettings>

export const someLoops = fc
  .array(
    fc.record({
      title: fc.constantFrom(
        '',
        'Alweer verhuizen',
        'Weer een nieuwe gezinsvoogd, en weer opnieuw vertellen',
      ),
      picks: fc.array(fc.nat(45), { maxLength: 6 }),
    }),
    {
      maxLength: 5,
    },
  )
  .map((all) =>
    all.map(({ title, picks }, i): TimelineLoop => ({
      id: `l${i}`,
      title,
      eventIds: picks.map((n) => `e${n}`),
    })),
  )

const HAIR = 0.01
/** Whether two boxes share more than a hair. */
export const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.w - HAIR && b.x < a.x + a.w - HAIR && a.y < b.y + b.h - HAIR && b.y < a.y + a.h - HAIR

/** Many events over many years on two sides, the same every time. */
export function manyEvents(count: number): TimelineEvent[] {
  return Array.from({ length: count }, (_, i): TimelineEvent => {
    const year = 1956 + ((i * 7) % 70)
    const forms = [`${year}`, `${year}-${two((i % 12) + 1)}`, `${year}~`, `${year}-03-${two((i % 28) + 1)}`]
    const side = i % 2 ? 'family' : 'professional'
    return { id: `s${i}`, date: forms[i % 4] ?? null, side, kind: 'family', order: 'a0' }
  })
}
