import { ageAt, isRough } from '@/lib/dates/age'
import { dateOfDay, dayOf } from '@/lib/dates/bounds'
import type { Day } from '@/lib/dates/types'
import { dayOfX, densityOf, linearScale, xOfDay } from './scale'
import type { AxisTick, PlacedBreak, TimelineSettings, TimeScale } from './types'

/** Room in px that a label needs, so that two never touch. */
const YEAR_LABEL = 52
const MONTH_LABEL = 84
/** Closer than this, ticks without a label become a grey band. */
const MINOR_MIN = 12
/** Enough for any life; a typing error such as the year 9015 must not draw eight thousand labels. */
const MAX_MAJOR = 400

const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]
const MONTH_STEPS = [1, 3]

const MONTHS = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const

/** Steps in months: of the ticks that carry a label, and of those between them (null: none). */
interface Ladder {
  major: number
  minor: number | null
}

/** The finest steps of which the labels stay apart, for a line of `years` years. */
function tickLadder(pxPerYear: number, years: number): Ladder {
  const months = MONTH_STEPS.find((step) => (pxPerYear * step) / 12 >= MONTH_LABEL)
  const fits = (step: number) => pxPerYear * step >= YEAR_LABEL && years / step <= MAX_MAJOR
  const major = months && (years * 12) / months <= MAX_MAJOR ? months : 12 * (YEAR_STEPS.find(fits) ?? 10_000)
  const minor = [1, 3, 12, 60, 120].find(
    (step) => step < major && major % step === 0 && (pxPerYear * step) / 12 >= MINOR_MIN,
  )
  return { major, minor: minor !== undefined && (years * 12) / minor <= 4 * MAX_MAJOR ? minor : null }
}

/**
 * Ticks from `from` to `to` (both included when a unit begins there), in ascending order. Where the scale is not the
 * same everywhere, each stretch has the ticks that fit there, and a break has none.
 */
export function axisTicks(
  from: Day,
  to: Day,
  settings: TimelineSettings,
  scale: TimeScale = linearScale(settings.pxPerYear),
  breaks: readonly PlacedBreak[] = [],
): AxisTick[] {
  if (settings.scale === 'even' && scale.knots.length > 0) return unevenTicks(from, to, settings, scale)
  const ladder = tickLadder(settings.pxPerYear, dateOfDay(to).year - dateOfDay(from).year + 1)
  const ticks = ticksEvery(ladder, from, to, settings, scale)
  return breaks.length === 0 ? ticks : brokenTicks(ticks, from, settings, scale, breaks)
}

/** Labels that are offered, one by one; each gets its place when it touches none that has one already. */
class Labels {
  readonly #shown: { x: number; end: number; tick: AxisTick }[] = []
  constructor(
    readonly settings: TimelineSettings,
    readonly scale: TimeScale,
    readonly breaks: readonly PlacedBreak[],
  ) {}

  /** Offers the first day of a month, as a year when `step` (in months) says so. */
  offer(month: number, step: number): void {
    const room = step < 12 ? MONTH_LABEL : YEAR_LABEL
    const x = xOfDay(firstOf(month), this.scale)
    const inBreak = this.breaks.some((one) => x + room > one.x - one.w / 2 && x < one.x + one.w / 2)
    if (inBreak || this.#shown.some((other) => x < other.end && other.x < x + room)) return
    const words = { label: labelOf(month, step, this.settings), age: ageOf(month, step, this.settings) }
    this.#shown.push({ x, end: x + room, tick: { x, ...words, major: true } })
  }

  ticks(): AxisTick[] {
    return this.#shown.sort((a, b) => a.x - b.x).map(({ tick }) => tick)
  }
}

/** After a break the first year is said again, then the ladder goes on where there is room. */
function brokenTicks(
  even: readonly AxisTick[],
  from: Day,
  settings: TimelineSettings,
  scale: TimeScale,
  breaks: readonly PlacedBreak[],
): AxisTick[] {
  const labels = new Labels(settings, scale, breaks)
  const starts = [from, ...breaks.map(({ x, w }) => dayOfX(x + w / 2, scale) + 1)]
  for (const day of starts) labels.offer(firstYear(day) * 12, 12)
  const ladderMonths = even.filter(({ major }) => major).map(({ x }) => monthOf(dayOfX(x, scale)))
  const step = even.some(({ major, label }) => major && /\D/.test(label)) ? 1 : 12
  for (const month of ladderMonths) labels.offer(month, step)
  const shown = labels.ticks()
  const taken = new Set(shown.map(({ x }) => x))
  const rest = even
    .filter(({ x }) => !taken.has(x) && !breaks.some((one) => Math.abs(x - one.x) < one.w / 2))
    .map(({ x }) => ({ x, label: '', age: '', major: false }))
  return [...shown, ...rest].sort((a, b) => a.x - b.x)
}

function firstYear(day: Day): number {
  const { year } = dateOfDay(day)
  return dayOf(year, 1, 1) >= day ? year : year + 1
}

function monthOf(day: Day): number {
  const { year, month } = dateOfDay(day)
  return year * 12 + month - 1
}

function ticksEvery(
  ladder: Ladder,
  from: Day,
  to: Day,
  settings: TimelineSettings,
  scale: TimeScale,
): AxisTick[] {
  const start = dateOfDay(from)
  const end = dateOfDay(to)
  const step = ladder.minor ?? ladder.major
  const last = end.year * 12 + end.month - 1
  const ticks: AxisTick[] = []
  for (let month = Math.ceil((start.year * 12) / step) * step; month <= last; month += step) {
    const day = firstOf(month)
    if (day < from) continue
    const major = month % ladder.major === 0
    const words = major
      ? { label: labelOf(month, ladder.major, settings), age: ageOf(month, ladder.major, settings) }
      : { label: '', age: '' }
    ticks.push({ x: xOfDay(day, scale), ...words, major })
  }
  return ticks
}

/** Steps in months of an uneven line, the coarsest first: a finer one gets its labels where there is room left. */
const UNEVEN_STEPS = [1_200, 240, 120, 60, 24, 12, 3, 1]

/** The years in which something happened have their label first, then others where there is room. */
function unevenTicks(from: Day, to: Day, settings: TimelineSettings, scale: TimeScale): AxisTick[] {
  const [first, last] = [dateOfDay(from).year, dateOfDay(to).year]
  const labels = new Labels(settings, scale, [])
  const offer = (month: number, step: number) => {
    const day = firstOf(month)
    if (day >= from && day <= to) labels.offer(month, step)
  }
  const told = new Set(scale.knots.map(({ day }) => dateOfDay(day).year))
  for (const year of told) offer(year * 12, 12)
  for (const step of UNEVEN_STEPS) {
    // Of a line of many centuries only these are said.
    if (step < 1_200 && last - first > MAX_MAJOR) break
    for (let year = first; year <= last; year++) {
      // A year that is no wider than two labels of months has none.
      if (step < 12 && densityOf(dayOf(year, 1, 1), dayOf(year + 1, 1, 1), scale) < 2 * MONTH_LABEL) continue
      const start = Math.ceil((year * 12) / step) * step
      for (let month = start; month < (year + 1) * 12; month += step) offer(month, step)
    }
  }
  return labels.ticks()
}

function firstOf(month: number): Day {
  const year = Math.floor(month / 12)
  return dayOf(year, month - year * 12 + 1, 1)
}

function labelOf(month: number, step: number, { locale }: TimelineSettings): string {
  const year = Math.floor(month / 12)
  return step < 12 ? `${MONTHS[locale][month - year * 12] ?? ''} ${year}` : String(year)
}

/**
 * On a year stands the age that somebody reaches in that year, as people say it ("he was 9 in
 * 2009"); with "±" when the birth is an estimate or in doubt.
 */
function ageOf(month: number, step: number, { birth, locale }: TimelineSettings): string {
  const year = Math.floor(month / 12)
  const day = step < 12 ? dayOf(year, month - year * 12 + 1, 1) : dayOf(year, 12, 31)
  const age = ageAt(birth, day)
  if (age === null) return ''
  return `${isRough(birth) ? '± ' : ''}${age} ${locale === 'nl' ? 'jr' : 'yr'}`
}
