import type { Editor } from 'tldraw'
import type { TimelineLayout } from '@/lib/timeline/types'

/** Room that tools and bar take from the canvas. Pixels. */
const RAIL = 100
const BAR = 64
const EDGE = 16
/** Below this a card cannot be read. */
const READABLE = 0.75

interface Box {
  x: number
  y: number
  w: number
  h: number
}

function frame(editor: Editor): Box {
  const { w, h } = editor.getViewportScreenBounds()
  const left = w > 500 ? RAIL : EDGE
  return { x: left, y: EDGE, w: Math.max(50, w - left - EDGE), h: Math.max(50, h - BAR - EDGE) }
}

function centre(editor: Editor, x: number, y: number, zoom: number): void {
  const room = frame(editor)
  const z = Math.min(8, Math.max(0.1, zoom))
  editor.setCamera({ x: (room.x + room.w / 2) / z - x, y: (room.y + room.h / 2) / z - y, z })
}

/** Everything in view, beside the tools and above the bar; never closer than 100 %. */
export function showAll(editor: Editor): void {
  const bounds = editor.getCurrentPageBounds()
  const room = frame(editor)
  if (!bounds) return centre(editor, 0, 0, 1)
  const zoom = Math.min(1, room.w / bounds.w, room.h / bounds.h)
  centre(editor, bounds.center.x, bounds.center.y, zoom)
}

/** The first sight of a timeline: all of it when that can be read, else where most moments are. */
export function showTimeline(editor: Editor, { bounds, cards, axis }: TimelineLayout): void {
  const room = frame(editor)
  const all = Math.min(1, room.w / bounds.w, room.h / bounds.h)
  if (all >= READABLE || cards.length === 0) {
    return centre(editor, bounds.x + bounds.w / 2, bounds.y + bounds.h / 2, all)
  }
  const width = room.w / READABLE
  const starts = [axis.x1 - width, ...cards.map(({ x }) => x - 20)]
  const seen = (left: number) => cards.filter(({ x, w }) => x >= left && x + w <= left + width).length
  const left = starts.reduce((best, start) => (seen(start) > seen(best) ? start : best))
  const inView = cards.filter(({ x, w }) => x >= left && x + w <= left + width)
  const lefts = inView.map(({ x }) => x)
  const rights = inView.map(({ x, w }) => x + w)
  const middle = inView.length ? (Math.min(...lefts) + Math.max(...rights)) / 2 : left + width / 2
  const top = Math.min(0, ...inView.map(({ y }) => y))
  const bottom = Math.max(0, ...inView.map(({ y, h }) => y + h))
  // When not all rows fit, the axis stays in view: it says when.
  const fits = (bottom - top) * READABLE <= room.h
  centre(editor, middle, fits ? (top + bottom) / 2 : 0, READABLE)
}
