import type { Day } from '@/lib/dates/types'
import { layoutTimeline } from './layout'
import { CARD_W, STEM_INSET } from './metrics'
import type { LowStairs } from './pack'
import { dayOfX, xOfDay } from './scale'
import { sortEvents, type SortedEvents } from './sorted'
import type { TimelineEvent, TimelineLane, TimelineLayout, TimelineLoop, TimelineSettings } from './types'

/** A timeline before it is laid out. */
export interface Line {
  events: readonly TimelineEvent[]
  lanes: readonly TimelineLane[]
  settings: TimelineSettings
  loops: readonly TimelineLoop[]
}

interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** What one sheet shows: a stretch of the line with the cards of its own moments, in its own layout. */
export interface PlannedSheet {
  layout: TimelineLayout
  part: Box
  /** Days at its left and right edge; null when none of its moments has a date. */
  time: { from: Day; to: Day } | null
}

/** Points for a page unit: titles of 11 points down to 8, under which nobody reads with ease. */
const SCALES = [0.8, 0.72, 0.66, 0.6] as const
const SMALLEST = 0.5725
const FEW = 4

/** How much of its sheet a stretch of the line may take, and how low its stacks of cards are kept; best first. */
const FILLS = [1, 0.75, 0.5, 0.3]
const STAIRS: readonly (LowStairs | undefined)[] = [
  undefined,
  ...[3, 2, 1].map((rows) => ({ rows, push: 800 })),
]
/** The widest and the narrowest year, page units. */
const WIDEST = 2_400
const NARROWEST = 6
/** Of the periods that go on over a sheet, as many are drawn on it as leave room for its own. */
const RUNNING = 3
/** Dates of the sheets before and after, drawn without their cards: what is no card here is not nothing. */
const NEAR = 10
/** The least that two sheets have in common. */
const OVERLAP = 40
/** To measure with. */
const TRIAL = 100

const PAD = 10
/** What adding and subtracting may lose. */
const HAIR = 0.01

/**
 * The timeline on the fewest sheets that can be read, and of those with the largest letters. The moments are told in
 * order of date, each on one sheet, whole; every sheet has its own stretch of the axis at its own scale, so that a
 * busy year is as readable as a quiet one. Periods that go on and loops go on over the sheets. Total.
 */
export function planSheets(
  line: Line,
  room: { w: number; h: number },
): { sheets: PlannedSheet[]; scale: number } {
  const teller = tellerOf(line)
  const at = (scale: number, most: number, cap?: number) =>
    tell(teller, { w: room.w / scale, h: room.h / scale }, most, cap)
  const fewest = at(SMALLEST, Infinity) ?? []
  // Where it takes many, smaller letters are what saves most.
  for (const scale of fewest.length > FEW ? [] : SCALES) {
    const larger = at(scale, fewest.length)
    if (larger) return { sheets: evenly(larger, (cap) => at(scale, larger.length, cap)), scale }
  }
  return { sheets: evenly(fewest, (cap) => at(SMALLEST, fewest.length, cap)), scale: SMALLEST }

  /** As many sheets with about as much on each, when that can be. */
  function evenly(sheets: PlannedSheet[], again: (cap: number) => PlannedSheet[] | null): PlannedSheet[] {
    if (sheets.length === 1 || sheets.length > 2 * FEW) return sheets
    return again(Math.ceil(teller.all.length / sheets.length)) ?? sheets
  }
}

interface Teller {
  /** All that has a card (or is counted on a collapsed lane), in the order of telling. */
  all: readonly TimelineEvent[]
  sorted: SortedEvents
  layoutOf: (own: readonly TimelineEvent[], pxPerYear: number, low?: LowStairs) => TimelineLayout
  startOf: ReadonlyMap<string, Day>
}

function tellerOf({ events, lanes, settings, loops }: Line): Teller {
  const sorted = sortEvents(events, lanes, settings.today)
  const { dated, eras, undated, dreams } = sorted
  const startOf = new Map(dated.map(({ event, bounds }) => [event.id, bounds.startDay]))
  return {
    all: [...undated, ...dated].map(({ event }) => event).concat(dreams),
    sorted,
    startOf,
    layoutOf(own, pxPerYear, low) {
      const here = new Set(own.map(({ id }) => id))
      const starts = own.flatMap(({ id }) => startOf.get(id) ?? [])
      const linked = new Set(
        loops
          .filter(({ eventIds }) => eventIds.some((id) => here.has(id)))
          .flatMap(({ eventIds }) => eventIds),
      )
      const [first, last] = [Math.min(...starts), Math.max(...starts)]
      const around = dated.filter(({ event }) => !here.has(event.id))
      const running = around
        .filter(({ bounds }) => bounds.kind === 'period' && bounds.startDay < first && bounds.endDay > last)
        .slice(-RUNNING)
      const points = around.filter(({ bounds }) => bounds.kind === 'point')
      const before = points.filter(({ bounds }) => bounds.startDay < first).slice(-NEAR)
      const after = points.filter(({ bounds }) => bounds.startDay >= first).slice(0, NEAR)
      const near = starts.length > 0 ? [...before, ...after] : []
      const others = new Set([...running, ...near, ...around.filter(({ event }) => linked.has(event.id))])
      const elsewhere = [...others].map(({ event }) => ({ ...event, elsewhere: true }))
      const shown = [...own, ...elsewhere, ...eras.map(({ event }) => event)]
      return layoutTimeline(shown, lanes, { ...settings, pxPerYear, ...(low && { low }) }, loops)
    },
  }
}

/** Sheet after sheet, each with as many moments as fit; null when that takes more than `most`. */
function tell(
  teller: Teller,
  size: { w: number; h: number },
  most: number,
  cap = Infinity,
): PlannedSheet[] | null {
  const { all } = teller
  if (all.length === 0) return [windowOf(teller.layoutOf([], TRIAL), [], size, false)]
  const sheets: PlannedSheet[] = []
  let done = 0
  let guess = 16
  while (done < all.length) {
    if (sheets.length === most) return null
    const { sheet, count } = mostFrom(teller, done, Math.min(cap, all.length - done), guess, size)
    sheets.push(sheet)
    done += count
    guess = count
  }
  return sheets
}

/** The longest run of moments from `from` that fits on one sheet; one always does. */
function mostFrom(
  teller: Teller,
  from: number,
  limit: number,
  guess: number,
  size: { w: number; h: number },
) {
  const fit = (count: number) => fitOn(teller, teller.all.slice(from, from + count), size)
  let low = 1
  let best: PlannedSheet | null = null
  let high = limit + 1
  let next = Math.min(limit, Math.max(2, guess))
  while (low + 1 < high) {
    const found = fit(next)
    if (found) [low, best] = [next, found]
    else high = next
    next = high > limit ? Math.min(limit, Math.ceil(low * 1.3) + 1) : Math.floor((low + high) / 2)
  }
  // A single moment is drawn even where a sheet is too small for all that is around it.
  const one = teller.all.slice(from, from + 1)
  return { count: low, sheet: best ?? fit(1) ?? windowOf(teller.layoutOf(one, TRIAL), one, size, false) }
}

function fitOn(
  teller: Teller,
  own: readonly TimelineEvent[],
  size: { w: number; h: number },
): PlannedSheet | null {
  const starts = own.flatMap(({ id }) => teller.startOf.get(id) ?? [])
  const { scale } = teller.layoutOf(own, TRIAL)
  const span = starts.length > 1 ? xOfDay(Math.max(...starts), scale) - xOfDay(Math.min(...starts), scale) : 0
  const here = new Set(own.map(({ id }) => id))
  const { dated } = teller.sorted
  const last = dated.findLastIndex(({ event }) => here.has(event.id))
  const next = last === -1 ? undefined : dated[last + 1]?.bounds.startDay
  const wide = size.w - CARD_W - STEM_INSET - 2 * PAD
  const widths = FILLS.map((fill) =>
    Math.min(WIDEST, Math.max(NARROWEST, span === 0 ? TRIAL : (TRIAL * wide * fill) / span)),
  )
  for (const pxPerYear of new Set(widths)) {
    for (const low of STAIRS) {
      const layout = teller.layoutOf(own, pxPerYear, low)
      const sheet = windowOf(layout, own, size, starts.length > 0, next)
      if (sheet.part.w <= size.w + HAIR && sheet.part.h <= size.h) return sheet
    }
  }
  return null
}

/** What a sheet has to show of its layout: its own cards with their stems, and the line as far as there is room. */
function windowOf(
  layout: TimelineLayout,
  own: readonly TimelineEvent[],
  size: { w: number; h: number },
  dated: boolean,
  next?: Day,
): PlannedSheet {
  const { bounds, scale, axis } = layout
  const spans = [
    ...layout.cards.map(({ x, w, stemX }) => ({ from: Math.min(x, stemX ?? x), to: x + w })),
    ...[...layout.docks, ...layout.folded].map(({ x, w }) => ({ from: x, to: x + w })),
    ...layout.roundabouts.flatMap(({ x, r, exits }) => [
      { from: x - r, to: x + r },
      ...exits.map(({ labelX, labelW, anchor }) =>
        anchor === 'start' ? { from: labelX, to: labelX + labelW } : { from: labelX - labelW, to: labelX },
      ),
    ]),
    ...(own.length === 0 ? [{ from: axis.x0, to: axis.x1 }] : []),
    // A dream stands at the open end, after now.
    ...(!dated && own.some(({ kind }) => kind === 'dream') ? [{ from: axis.nowX - PAD, to: axis.nowX }] : []),
  ]
  const from = Math.min(...spans.map((span) => span.from)) - PAD
  const needed = Math.max(...spans.map((span) => span.to)) + PAD
  // The line goes on to where the next sheet begins, or to its own end, as far as the paper does.
  const end = next === undefined ? bounds.x + bounds.w + PAD : xOfDay(next, scale) + OVERLAP
  const to = dated ? Math.max(needed, Math.min(from + size.w, end)) : needed
  const part = { x: from, y: bounds.y - PAD, w: to - from, h: bounds.h + 2 * PAD }
  if (!dated) return { layout, part, time: null }
  const told = Math.min(to, end)
  const time = { from: dayOfX(from, scale), to: dayOfX(told, scale) }
  return { layout: endingAt(layout, told, own), part, time }
}

/** The line ends where its sheet has told all, also where cards need more room: an empty line would say "nothing". */
function endingAt(layout: TimelineLayout, x1: number, own: readonly TimelineEvent[]): TimelineLayout {
  const here = new Set(own.map(({ id }) => id))
  const { axis, marks } = layout
  return {
    ...layout,
    axis: { ...axis, x1: Math.min(axis.x1, x1), ticks: axis.ticks.filter(({ x }) => x <= x1) },
    marks: marks.filter(({ id, x }) => here.has(id) || x <= x1),
  }
}
