import { dateOfDay, dayOf } from '@/lib/dates/bounds'
import type { Day } from '@/lib/dates/types'
import { dayOfX, densityOf } from './scale'
import { isStandIn } from './sorted'
import type { TimelineLayout } from './types'

/** The day and the lane that a point of the page means; y < 0 is above the axis. "family" without any lane. */
export function placeAt(
  x: number,
  y: number,
  { lanes, scale }: Pick<TimelineLayout, 'lanes' | 'scale'>,
): { day: Day; side: string } {
  const place = y < 0 ? 'above' : 'below'
  const named = lanes.filter(({ id }) => !isStandIn(id))
  const own = named.filter((lane) => lane.place === place)
  const lane = own.find((one) => y >= one.y && y <= one.y + one.h) ?? own.at(-1) ?? named[0]
  return { day: dayOfX(x, scale), side: lane?.id ?? 'family' }
}

/** Narrowest unit in px that a person can aim at. */
const AIM = 40

/**
 * EDTF for a click at x on a picture of this zoom: the finest unit that is at least AIM px wide there, so that a click
 * is never surer than the eye; in a break no finer than what the break leaves out.
 */
export function dateAt(
  x: number,
  { scale, breaks }: Pick<TimelineLayout, 'scale' | 'breaks'>,
  zoom: number,
): string {
  const day = dayOfX(x, scale)
  const within = breaks.find((one) => Math.abs(x - one.x) <= one.w / 2)
  if (within) return `[${yyyy(dateOfDay(within.fromDay).year)}..${yyyy(dateOfDay(within.toDay - 1).year)}]`
  if (scale.knots.length === 0) return dateForClick(day, scale.pxPerYear * zoom)
  const { year, month } = dateOfDay(day)
  const wide = (from: Day, to: Day) => densityOf(from, to, scale) * zoom
  // Each unit is as wide as it is here, of which the finest that can be aimed at is taken.
  const season = Math.floor(month / 3) * 3
  const widths = [
    wide(dayOf(year, month, 1), dayOf(year, month + 1, 1)) / 12,
    wide(dayOf(year, season, 1), dayOf(year, season + 3, 1)) / 4,
    wide(dayOf(year, 1, 1), dayOf(year + 1, 1, 1)),
  ]
  const at = widths.findIndex((width) => width >= AIM)
  if (at === 0) return dateForClick(day, AIM * 12)
  if (at === 1) return dateForClick(day, AIM * 4)
  if (at === 2) return dateForClick(day, AIM)
  const two = wide(dayOf(year, 1, 1) - 183, dayOf(year + 1, 1, 1) + 183)
  if (two >= AIM / 2) return dateForClick(day, AIM / 2)
  const decade = Math.floor(year / 10) * 10
  return dateForClick(day, Math.min(wide(dayOf(decade, 1, 1), dayOf(decade + 10, 1, 1)), AIM / 2 - 1))
}

/** EDTF for a click on a day: the finest unit of at least AIM px, so that a click is never surer than the eye. */
export function dateForClick(day: Day, pxPerYear: number): string {
  const { year, month } = dateOfDay(day)
  if (pxPerYear / 12 >= AIM) return `${yyyy(year)}-${String(month).padStart(2, '0')}`
  // Winter begins in December: January and February belong to the winter of the year before.
  if (pxPerYear / 4 >= AIM) return `${yyyy(month < 3 ? year - 1 : year)}-${season(month)}`
  if (pxPerYear >= AIM) return yyyy(year)
  if (pxPerYear >= AIM / 2) return `${yyyy(year)}~`
  return pxPerYear * 10 >= AIM ? `${yyyy(year).slice(0, -1)}X` : `${yyyy(year).slice(0, -2)}XX`
}

function season(month: number): number {
  return 20 + (month < 3 ? 4 : Math.floor(month / 3))
}

function yyyy(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}
