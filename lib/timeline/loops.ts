import { textWidth } from '@/lib/text/widths'
import { wrapText } from '@/lib/text/wrap'
import { LOOP_ROW_H } from './metrics'
import { num } from '@/lib/drawing/xml'
import type { PlacedLoop, TimelineLoop } from './types'

const WORDS_PX = 12
const TITLE_MAX = 220
const TITLE_GAP = 16
/** Of a row, the part that the arcs take; the rest is for the title. */
const ARC_H = 16
/** A curve goes three quarters of the way to its handles. */
const HANDLE = ARC_H / 0.75

/** Loops of one line, each in a row: loops of which arcs or titles would touch have rows of their own. */
export interface LoopsAlong {
  rows: number
  all: {
    loop: TimelineLoop
    eventIds: string[]
    feet: number[]
    row: number
    label: string
    labelX: number
    labelW: number
  }[]
}

/** `footOf` gives where an event stands on the line, and undefined for one that is not on it. */
export function layLoops(
  loops: readonly TimelineLoop[],
  footOf: (eventId: string) => number | undefined,
): LoopsAlong {
  /** Where each row is free again. */
  const free: number[] = []
  const found = loops.map((loop) => {
    const steps = [...new Set(loop.eventIds)]
      .flatMap((id) => {
        const x = footOf(id)
        return x === undefined ? [] : [{ id, x }]
      })
      .sort((a, b) => a.x - b.x)
    return { loop, steps }
  })
  const all = found
    .filter(({ steps }) => steps.length > 1)
    .map(({ loop, steps }) => {
      const feet = steps.map(({ x }) => x)
      const [from, to] = [feet[0] ?? 0, feet.at(-1) ?? 0]
      const label = wrapText(loop.title, TITLE_MAX, WORDS_PX, 'bold', 1)[0] ?? ''
      const labelW = textWidth(label, WORDS_PX, 'bold')
      const labelX = (from + to - labelW) / 2
      return {
        loop,
        eventIds: steps.map(({ id }) => id),
        feet,
        label,
        labelX,
        labelW,
        left: Math.min(from, labelX),
        right: Math.max(to, labelX + labelW),
      }
    })
    .sort((a, b) => a.left - b.left || a.right - b.right || (a.loop.id < b.loop.id ? -1 : 1))
    .map(({ left, right, ...one }) => {
      const found = free.findIndex((end) => end <= left)
      const row = found === -1 ? free.length : found
      free[row] = right + TITLE_GAP
      return { ...one, row }
    })
  return { rows: free.length, all }
}

/** Puts loops on the picture: rows begin `from` beyond the line at `baseY`; `lineOf` is where an event's stem begins. */
export function placeLoops(
  { all }: LoopsAlong,
  lineOf: (eventId: string) => { y: number; place: 'above' | 'below' },
  line: { baseY: number; from: number; up: 1 | -1 },
): PlacedLoop[] {
  return all.map(({ loop, eventIds, feet, row, label, labelX, labelW }) => {
    const inner = line.from + row * LOOP_ROW_H + 2
    const at = (u: number) => num(line.baseY + line.up * u)
    const legs = (id: string, x: number) => {
      const own = lineOf(id)
      // Where the event's own stem does not pass, a leg leads from the line to the arc.
      return own.y === line.baseY && own.place === (line.up < 0 ? 'above' : 'below')
        ? ''
        : `M${num(x)} ${num(line.baseY)}V${at(inner)}`
    }
    const arcs = feet.slice(1).map((x, i) => {
      const before = feet[i] ?? x
      const curve = `M${num(before)} ${at(inner)}C${num(before)} ${at(inner + HANDLE)} ${num(x)} ${at(inner + HANDLE)} ${num(x)} ${at(inner)}`
      return (
        legs(eventIds[i] ?? '', before) +
        (i === feet.length - 2 ? legs(eventIds[i + 1] ?? '', x) : '') +
        curve
      )
    })
    const middle = inner + ARC_H + (LOOP_ROW_H - ARC_H) / 2
    return {
      id: loop.id,
      title: loop.title,
      eventIds,
      arcs,
      label,
      labelX,
      labelY: line.baseY + line.up * middle + WORDS_PX / 3,
      labelW,
    }
  })
}
