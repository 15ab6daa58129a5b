import { textWidth } from '@/lib/text/widths'
import { wrapText } from '@/lib/text/wrap'
import { EXIT_ROW_H, ROUNDABOUT_R } from './metrics'
import { num } from '@/lib/drawing/xml'
import type { PlacedRoundabout, TimelineExit } from './types'

/** Type of the words, and the most room for those of one way out. */
const WORDS_PX = 12
const LABEL_MAX = 150
/** Words may be cut to this when neighbours are near; then they rather stand a row further out. */
const LABEL_MIN = 60
/** From the end of a way out to its words, and between two words of one row. */
const LABEL_GAP = 6
/** How far the lowest way out of a side ends from the middle, and the next ones nearer. */
const REACH = 34
/** The steepest ways out keep this far from the middle, where the stem stands. */
const REACH_MIN = 8

/** A roundabout along its line. */
export interface Junction {
  id: string
  x: number
  exits: readonly TimelineExit[]
}

interface Label {
  exit: TimelineExit
  /** End of the way out. */
  endX: number
  /** Rows of words count from the line outward. */
  row: number
  anchor: 'start' | 'end'
  label: string
  labelW: number
}

/** Roundabouts of one line with the words of their ways out in rows; how far out these lie is not known yet. */
export interface JunctionsAlong {
  rows: number
  all: { junction: Junction; labels: Label[] }[]
}

/**
 * Fans the ways out of each roundabout over both of its sides, outward: passed and unseen ones to the left, those
 * taken to the right, into the future; all to the right when another roundabout is near to the left. Words stand beside the ends in rows of their own, so that none cover a circle,
 * each other or a card; they are cut when a neighbour is near, and whole roundabouts give way to a row further out
 * when even that leaves too little. `junctions` in order of x.
 */
export function layJunctions(junctions: readonly Junction[], unseenWord: string): JunctionsAlong {
  const taken: { row: number; from: number; to: number }[] = []
  let rows = 0
  const all = junctions.map((junction, i) => {
    const [before, next] = [junctions[i - 1], junctions[i + 1]]
    const sides = fanned(junction.exits, before !== undefined && junction.x - before.x < NEAR)
    const limit = next ? limitToNext(next.x - junction.x) : Infinity
    let labels: Label[] | null = null
    for (let base = 0; labels === null; base++) {
      labels = tryRows(junction, sides, base, limit, taken, unseenWord)
    }
    for (const { row, endX, anchor, labelW } of labels) {
      rows = Math.max(rows, row + 1)
      const from = anchor === 'start' ? endX : endX - LABEL_GAP - labelW
      taken.push({ row, from, to: from + LABEL_GAP + labelW })
    }
    return { junction, labels }
  })
  return { rows, all }
}

/** The words in rows from `base` on; null when one of them would have too little room there. */
function tryRows(
  { x }: Junction,
  { left, right }: ReturnType<typeof fanned>,
  base: number,
  limit: number,
  taken: readonly { row: number; from: number; to: number }[],
  unseenWord: string,
): Label[] | null {
  const labels: Label[] = []
  for (const [side, anchor] of [
    [left, 'end'],
    [right, 'start'],
  ] as const) {
    for (const [k, exit] of side.entries()) {
      const reach = REACH_MIN + ((REACH - REACH_MIN) * (side.length - k)) / side.length
      const endX = anchor === 'end' ? x - reach : x + reach
      const row = base + k
      const text = wordsOf(exit, unseenWord)
      const whole = Math.min(LABEL_MAX, textWidth(text, WORDS_PX, 'regular'))
      const beside = taken.filter((one) => one.row === row)
      if (beside.some(({ from, to }) => from < endX + LABEL_GAP && to > endX - LABEL_GAP)) return null
      const free =
        anchor === 'end'
          ? endX - Math.max(-Infinity, ...beside.filter(({ to }) => to <= endX).map(({ to }) => to))
          : Math.min(Infinity, ...beside.filter(({ from }) => from >= endX).map(({ from }) => from)) - endX
      const room = Math.min(free, anchor === 'start' ? limit - reach : Infinity) - 2 * LABEL_GAP
      if (room < Math.min(whole, LABEL_MIN)) return null
      const label = wrapText(text, Math.min(room, LABEL_MAX), WORDS_PX, 'regular', 1)[0] ?? ''
      labels.push({ exit, endX, row, anchor, label, labelW: textWidth(label, WORDS_PX, 'regular') })
    }
  }
  return labels
}

/** Nearer than this, two roundabouts cannot both have words in the room between them. */
const NEAR = 2 * (REACH + 2 * LABEL_GAP + LABEL_MIN)

/**
 * How far words may reach to the right of the middle. Two roundabouts that are far enough apart share the room
 * between them; of two that are nearer the first has it alone; of two that all but touch, words reach past the next.
 */
function limitToNext(toNext: number): number {
  if (toNext >= NEAR) return toNext / 2
  return toNext - LABEL_GAP >= NEAR / 2 ? toNext - LABEL_GAP : Infinity
}

/**
 * Ways out by side, the lowest first: those to the left from left to right, those to the right from right to left.
 * `onlyRight` when the room to the left belongs to a neighbour.
 */
function fanned(
  exits: readonly TimelineExit[],
  onlyRight: boolean,
): { left: TimelineExit[]; right: TimelineExit[] } {
  const others = exits.filter(({ status }) => status !== 'taken')
  const ahead = exits.filter(({ status }) => status === 'taken')
  const ordered = [...others, ...ahead]
  // One way out leads on; of an odd number the one in the middle leads back.
  const split = onlyRight || ordered.length === 1 ? 0 : Math.ceil(ordered.length / 2)
  return { left: ordered.slice(0, split), right: ordered.slice(split).reverse() }
}

function wordsOf({ text, status }: TimelineExit, unseenWord: string): string {
  const words = status === 'unseen' ? [text, unseenWord] : [text]
  return words.filter((word) => word.trim() !== '').join(' · ')
}

/** Puts roundabouts on the picture: `baseY` is their line, `from` where the rows of words begin, outward `up`. */
export function placeJunctions(
  { all }: JunctionsAlong,
  lineOf: (id: string) => number,
  fan: { baseY: number; from: number; up: 1 | -1 },
): PlacedRoundabout[] {
  return all.map(({ junction: { id, x }, labels }) => {
    const y = lineOf(id)
    return {
      id,
      x,
      y,
      r: ROUNDABOUT_R,
      exits: labels.map(({ exit, endX, row, anchor, label, labelW }) => {
        const endY = fan.baseY + fan.up * (fan.from + (row + 0.5) * EXIT_ROW_H)
        const length = Math.hypot(endX - x, endY - y)
        const startX = x + ((endX - x) * ROUNDABOUT_R) / length
        const startY = y + ((endY - y) * ROUNDABOUT_R) / length
        return {
          id: exit.id,
          status: exit.status,
          text: exit.text,
          path: `M${num(startX)} ${num(startY)}L${num(endX)} ${num(endY)}`,
          label,
          labelX: anchor === 'start' ? endX + LABEL_GAP : endX - LABEL_GAP,
          labelY: endY + WORDS_PX / 3,
          labelW,
          anchor,
        }
      }),
    }
  })
}
