import { countUpTo } from './scale'
import type { PlacedCard, PlacedCluster, TimelineLayout } from './types'

/** A rectangle of the page, in page units. */
export interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** Which way a moment lies that cannot be seen. */
export const DIRECTIONS = ['earlier', 'undated', 'higher', 'lower', 'later'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Below this size of type a card cannot be read at ease. */
const READABLE = 0.9
/** Room beside the outermost card. Page units. */
const PAD = 20
/** Room above and below the rows for the names of the sides. Page units. */
const NAME_ROOM = 40

/**
 * The first sight of a timeline in a room of so many pixels: all of it when that can be read, else where most
 * moments are. Time may go on beyond the edges; how near we come is decided by the height of the rows, and the axis
 * is always in view.
 */
export function firstView(layout: TimelineLayout, room: { w: number; h: number }): Box & { zoom: number } {
  const { bounds, cards, axis } = layout
  const all = Math.min(1, room.w / bounds.w, room.h / bounds.h)
  if (all >= READABLE) return around(bounds.x + bounds.w / 2, bounds.y + bounds.h / 2, room, all)
  const width = room.w / READABLE
  const window = busiest(cards, width) ?? { x: axis.x1 - width, w: width }
  const seen = within(cards, window)
  const tall = extent(seen)
  const zoom = Math.max(READABLE, Math.min(1, room.w / width, room.h / (tall.bottom - tall.top)))
  const left = Math.min(...seen.map(({ x }) => x))
  const right = Math.max(...seen.map(({ x, w }) => x + w))
  const middle = seen.length > 0 ? (left + right) / 2 : window.x + window.w / 2
  const h = room.h / zoom
  return { x: middle - room.w / zoom / 2, y: rowsTop(seen, h), w: room.w / zoom, h, zoom }
}

/** What stands on the canvas: see `clusterTimeline`. */
interface Shown {
  cards: readonly PlacedCard[]
  clusters: readonly PlacedCluster[]
}

/**
 * How many moments cannot be seen, by where they lie. A card or a cluster is seen when its middle is; a cluster counts
 * for all that it holds. `shown`: what stands on the canvas at its zoom; absent: the layout as it is.
 */
export function outsideOf(
  layout: TimelineLayout,
  view: Box,
  shown: Shown = asLaid(layout),
): Record<Direction, number> {
  const count = { earlier: 0, undated: 0, higher: 0, lower: 0, later: 0 }
  const undated = undatedIds(layout)
  for (const thing of [...shown.cards, ...shown.clusters]) {
    const direction = directionOf(thing, view, undated)
    if (direction) count[direction] += 'ids' in thing ? thing.ids.length : 1
  }
  return count
}

/** The moments that lie this way, in no order. */
export function cardsTowards(direction: Direction, layout: TimelineLayout, view: Box): PlacedCard[] {
  const undated = undatedIds(layout)
  return layout.cards.filter((card) => directionOf(card, view, undated) === direction)
}

/** Where the view stands after going this way: with the nearest of the unseen, and as many more as fit. */
export function viewTowards(
  direction: Direction,
  layout: TimelineLayout,
  view: Box,
  shown: Shown = asLaid(layout),
): Box {
  const undated = undatedIds(layout)
  const things = [...shown.cards, ...shown.clusters]
  const out = things.filter((thing) => directionOf(thing, view, undated) === direction)
  if (out.length === 0) return view
  const [left, right] = [Math.min(...out.map((c) => c.x)), Math.max(...out.map((c) => c.x + c.w))]
  const [top, bottom] = [Math.min(...out.map((c) => c.y)), Math.max(...out.map((c) => c.y + c.h))]
  const back = (first: number, last: number, size: number) => Math.max(last + PAD - size, first - PAD)
  const on = (first: number, last: number, size: number) => Math.min(first - PAD, last + PAD - size)
  if (direction === 'higher') return { ...view, y: back(top, bottom, view.h) }
  if (direction === 'lower') return { ...view, y: on(top, bottom, view.h) }
  if (direction === 'undated') return towardsUndated(layout, out, view)
  const x = direction === 'earlier' ? back(left, right, view.w) : on(left, right, view.w)
  return withRows(things, { ...view, x })
}

/** The view moved as little as is needed to hold this box. */
export function viewToShow(view: Box, { x, y, w, h }: Box): Box {
  const least = (at: number, size: number, from: number, to: number) =>
    from - PAD < at ? from - PAD : to + PAD > at + size ? Math.min(from - PAD, to + PAD - size) : at
  return { ...view, x: least(view.x, view.w, x, x + w), y: least(view.y, view.h, y, y + h) }
}

/** The view moved so that this box stands in its middle from left to right, and `down` (0 to 1) from its top. */
export function viewAt(view: Box, { x, y, w, h }: Box, down: number): Box {
  return { ...view, x: x + w / 2 - view.w / 2, y: y + h / 2 - view.h * down }
}

function around(x: number, y: number, room: { w: number; h: number }, zoom: number): Box & { zoom: number } {
  const [w, h] = [room.w / zoom, room.h / zoom]
  return { x: x - w / 2, y: y - h / 2, w, h, zoom }
}

/** The stretch of this width that holds most cards; null without any. */
function busiest(cards: readonly PlacedCard[], width: number): { x: number; w: number } | null {
  const windows = cards.map(({ x }) => ({ x: x - PAD, w: width }))
  const [first, ...others] = windows
  if (!first) return null
  // Cards are equally wide, so those in a window are neighbours in a row of their left edges.
  const lefts = cards.map(({ x }) => x).sort((a, b) => a - b)
  const widest = Math.max(...cards.map(({ w }) => w))
  const seen = ({ x, w }: { x: number; w: number }) =>
    countUpTo(lefts, (left) => left <= x + w - widest) - countUpTo(lefts, (left) => left < x)
  let best = { window: first, count: seen(first) }
  for (const window of others) {
    const count = seen(window)
    if (count > best.count) best = { window, count }
  }
  return best.window
}

function within<T extends Box>(cards: readonly T[], { x, w }: { x: number; w: number }): T[] {
  return cards.filter((card) => card.x >= x && card.x + card.w <= x + w)
}

/** How far cards reach, with the axis and room for the names of the sides. */
function extent(cards: readonly Box[]): { top: number; bottom: number } {
  return {
    top: Math.min(0, ...cards.map(({ y }) => y)) - NAME_ROOM,
    bottom: Math.max(0, ...cards.map(({ y, h }) => y + h)) + NAME_ROOM,
  }
}

/** Top of a view of this height on these rows: all of them, or the axis with the nearest of both sides. */
function rowsTop(cards: readonly Box[], height: number): number {
  const { top, bottom } = extent(cards)
  if (bottom - top <= height) return (top + bottom - height) / 2
  // The side that needs less than half is seen whole.
  if (bottom < height / 2) return bottom - height
  return -top < height / 2 ? top : -height / 2
}

/** The view, moved up or down when it would not show the axis and the cards that stand in it. */
function withRows(cards: readonly Box[], view: Box): Box {
  const seen = within(cards, view)
  const isFine =
    view.y < 0 && view.y + view.h > 0 && seen.every(({ y, h }) => y >= view.y && y + h <= view.y + view.h)
  return isFine ? view : { ...view, y: rowsTop(seen, view.h) }
}

function towardsUndated({ docks }: TimelineLayout, out: readonly Box[], view: Box): Box {
  // Docks are shown whole; without any it is what stands for the undated events of a collapsed lane.
  const piles = docks.length > 0 ? docks : out
  const left = Math.min(...piles.map(({ x }) => x))
  const right = Math.max(...piles.map(({ x, w }) => x + w))
  const top = Math.min(...piles.map(({ y }) => y))
  const bottom = Math.max(...piles.map(({ y, h }) => y + h))
  const x = right - left + 2 * PAD <= view.w ? (left + right - view.w) / 2 : right + PAD - view.w
  if (bottom - top + 2 * PAD <= view.h) return { ...view, x, y: (top + bottom - view.h) / 2 }
  // All do not fit: the fullest one, from its edge at the axis.
  const [fullest] = [...docks].sort((a, b) => b.ids.length - a.ids.length)
  if (!fullest) return { ...view, x, y: top - PAD }
  return { ...view, x, y: fullest.place === 'above' ? fullest.y + fullest.h + PAD - view.h : fullest.y - PAD }
}

function asLaid({ cards, folded }: TimelineLayout): Shown {
  return { cards, clusters: folded }
}

/** Events in docks, and those that are counted at the left of a collapsed lane. */
function undatedIds({ docks, folded, marks }: TimelineLayout): ReadonlySet<string> {
  const dated = new Set(marks.map(({ id }) => id))
  const away = folded.filter(({ id }) => !dated.has(id))
  return new Set([...docks, ...away].flatMap(({ ids }) => [...ids]))
}

function directionOf(thing: Box & { id: string }, view: Box, undated: ReadonlySet<string>): Direction | null {
  const x = thing.x + thing.w / 2
  const y = thing.y + thing.h / 2
  const beside = x < view.x ? 'earlier' : x > view.x + view.w ? 'later' : null
  const direction = beside ?? (y < view.y ? 'higher' : y > view.y + view.h ? 'lower' : null)
  return direction && undated.has(thing.id) ? 'undated' : direction
}
