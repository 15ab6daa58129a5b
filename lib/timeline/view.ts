import type { PlacedCard, TimelineLayout } from './types'

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

/** How many moments cannot be seen, by where they lie. A card is seen when its middle is. */
export function outsideOf(layout: TimelineLayout, view: Box): Record<Direction, number> {
  const count = { earlier: 0, undated: 0, higher: 0, lower: 0, later: 0 }
  const docked = dockedIds(layout)
  for (const card of layout.cards) {
    const direction = directionOf(card, view, docked)
    if (direction) count[direction]++
  }
  return count
}

/** The moments that lie this way, in no order. */
export function cardsTowards(direction: Direction, layout: TimelineLayout, view: Box): PlacedCard[] {
  const docked = dockedIds(layout)
  return layout.cards.filter((card) => directionOf(card, view, docked) === direction)
}

/** Where the view stands after going this way: with the nearest of the unseen, and as many more as fit. */
export function viewTowards(direction: Direction, layout: TimelineLayout, view: Box): Box {
  const out = cardsTowards(direction, layout, view)
  if (out.length === 0) return view
  const [left, right] = [Math.min(...out.map((c) => c.x)), Math.max(...out.map((c) => c.x + c.w))]
  const [top, bottom] = [Math.min(...out.map((c) => c.y)), Math.max(...out.map((c) => c.y + c.h))]
  const back = (first: number, last: number, size: number) => Math.max(last + PAD - size, first - PAD)
  const on = (first: number, last: number, size: number) => Math.min(first - PAD, last + PAD - size)
  if (direction === 'higher') return { ...view, y: back(top, bottom, view.h) }
  if (direction === 'lower') return { ...view, y: on(top, bottom, view.h) }
  if (direction === 'undated') return towardsDocks(layout, view)
  const x = direction === 'earlier' ? back(left, right, view.w) : on(left, right, view.w)
  return withRows(layout.cards, { ...view, x })
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
  const seen = (window: { x: number; w: number }) => within(cards, window).length
  return others.reduce((best, window) => (seen(window) > seen(best) ? window : best), first)
}

function within(cards: readonly PlacedCard[], { x, w }: { x: number; w: number }): PlacedCard[] {
  return cards.filter((card) => card.x >= x && card.x + card.w <= x + w)
}

/** How far cards reach, with the axis and room for the names of the sides. */
function extent(cards: readonly PlacedCard[]): { top: number; bottom: number } {
  return {
    top: Math.min(0, ...cards.map(({ y }) => y)) - NAME_ROOM,
    bottom: Math.max(0, ...cards.map(({ y, h }) => y + h)) + NAME_ROOM,
  }
}

/** Top of a view of this height on these rows: all of them, or the axis with the nearest of both sides. */
function rowsTop(cards: readonly PlacedCard[], height: number): number {
  const { top, bottom } = extent(cards)
  if (bottom - top <= height) return (top + bottom - height) / 2
  // The side that needs less than half is seen whole.
  if (bottom < height / 2) return bottom - height
  return -top < height / 2 ? top : -height / 2
}

/** The view, moved up or down when it would not show the axis and the cards that stand in it. */
function withRows(cards: readonly PlacedCard[], view: Box): Box {
  const seen = within(cards, view)
  const isFine =
    view.y < 0 && view.y + view.h > 0 && seen.every(({ y, h }) => y >= view.y && y + h <= view.y + view.h)
  return isFine ? view : { ...view, y: rowsTop(seen, view.h) }
}

function towardsDocks({ docks }: TimelineLayout, view: Box): Box {
  const left = Math.min(...docks.map(({ x }) => x))
  const right = Math.max(...docks.map(({ x, w }) => x + w))
  const top = Math.min(...docks.map(({ y }) => y))
  const bottom = Math.max(...docks.map(({ y, h }) => y + h))
  const x = right - left + 2 * PAD <= view.w ? (left + right - view.w) / 2 : right + PAD - view.w
  if (bottom - top + 2 * PAD <= view.h) return { ...view, x, y: (top + bottom - view.h) / 2 }
  // Both do not fit: the fuller one, from its edge at the axis.
  const [fullest] = [...docks].sort((a, b) => b.ids.length - a.ids.length)
  if (!fullest) return view
  return { ...view, x, y: fullest.place === 'above' ? fullest.y + fullest.h + PAD - view.h : fullest.y - PAD }
}

function dockedIds({ docks }: TimelineLayout): ReadonlySet<string> {
  return new Set(docks.flatMap(({ ids }) => ids))
}

function directionOf(card: PlacedCard, view: Box, docked: ReadonlySet<string>): Direction | null {
  const x = card.x + card.w / 2
  const y = card.y + card.h / 2
  const beside = x < view.x ? 'earlier' : x > view.x + view.w ? 'later' : null
  const direction = beside ?? (y < view.y ? 'higher' : y > view.y + view.h ? 'lower' : null)
  return direction && docked.has(card.id) ? 'undated' : direction
}
