import { expect, it } from 'vitest'
import { dayOf } from '@/lib/dates/bounds'
import { layoutTimeline } from '@/lib/timeline/layout'
import type { TimelineEvent } from '@/lib/timeline/types'
import { fitScale } from './fitScale'

const A3 = 400 / 262
const lanes = [
  { id: 'professional', place: 'above' as const, order: 'a0' },
  { id: 'family', place: 'below' as const, order: 'a1' },
]
const settings = { today: dayOf(2026, 11, 21), pxPerYear: 120, birth: null, locale: 'nl' as const }
const events: TimelineEvent[] = Array.from({ length: 21 }, (_, i) => ({
  id: `e${i}`,
  date: `${2005 + (i % 16)}-0${1 + (i % 9)}`,
  side: i % 2 ? 'family' : 'professional',
  kind: 'contact',
  order: 'a0',
}))

it('[PR1] on paper the line is drawn at the scale at which the sheet shows it largest', () => {
  const room = ({ bounds }: { bounds: { w: number; h: number } }) => Math.max(bounds.w, bounds.h * A3)
  const best = room(fitScale(events, lanes, settings, A3))
  for (const pxPerYear of [10, 40, 120, 400, 1600])
    expect(best).toBeLessThanOrEqual(room(layoutTimeline(events, lanes, { ...settings, pxPerYear })) * 1.1)
})

it('[PR2] an empty line can be printed too', () => {
  expect(fitScale([], lanes, settings, A3).bounds.w).toBeGreaterThan(0)
})
