import { dateOfDay } from '@/lib/dates/bounds'
import type { Day } from '@/lib/dates/types'
import { inOrder } from './lanes'
import { dayOfX } from './scale'
import type { TimelineLane, TimelineSettings } from './types'

/** The day and the lane that a point of the page means; y < 0 is above the axis. "family" without any lane. */
export function placeAt(
  x: number,
  y: number,
  lanes: readonly TimelineLane[],
  { pxPerYear }: TimelineSettings,
): { day: Day; side: string } {
  const ordered = inOrder(lanes)
  const place = y < 0 ? 'above' : 'below'
  const lane = ordered.find((one) => one.place === place) ?? ordered[0]
  return { day: dayOfX(x, pxPerYear), side: lane?.id ?? 'family' }
}

/** Narrowest unit in px that a person can aim at. */
const AIM = 40

/** EDTF for a click on a day: the finest unit of at least AIM px, so that a click is never surer than the eye. */
export function dateForClick(day: Day, pxPerYear: number): string {
  const { year, month } = dateOfDay(day)
  if (pxPerYear / 12 >= AIM) return `${yyyy(year)}-${String(month).padStart(2, '0')}`
  // Winter begins in December: January and February belong to the winter of the year before.
  if (pxPerYear / 4 >= AIM) return `${yyyy(month < 3 ? year - 1 : year)}-${season(month)}`
  if (pxPerYear >= AIM) return yyyy(year)
  return pxPerYear >= AIM / 2 ? `${yyyy(year)}~` : `${yyyy(year).slice(0, -1)}X`
}

function season(month: number): number {
  return 20 + (month < 3 ? 4 : Math.floor(month / 3))
}

function yyyy(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}
