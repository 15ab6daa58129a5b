import { symbolSize } from '@/lib/genogram/layout/sizes'
import { byOrder, placedAt, ROOM_ABOVE, ROOM_BELOW } from '../place'
import type { PlacedStake, StakesGround } from '../types'
import type { Known } from './known'

/** From against to for, from left to right. */
const STANCES = [-2, -1, 0, 1, 2]
/** Half the width of a column: words of 120 across, or half a symbol and its arrow. */
const HALF = 85
/** From row to row: words of four lines fit, and rows stand beside each other in all columns. */
const ROW = ROOM_ABOVE + ROOM_BELOW + 4
/** The field has room for so many in a column before it grows, downwards only: nobody who is there moves. */
const ROWS = 5
/** From the edge of a symbol to its arrow, and from the arrow to the edge of the column. */
const ARROW_GAP = 7
/** Width of an arrow for each of strength; one of unknown strength is thinner than all others. */
const ARROW_WIDTH = 2.6
export const UNKNOWN_WIDTH = 1.6

/**
 * A column for each stance, against on the left and for on the right. In a column the strongest stand on top; of whom
 * the strength is not known stands below. Who comes moves only those below in the same column, by one row.
 */
export function layoutForces(known: readonly Known<'stance'>[]): {
  ground: StakesGround & { form: 'forces' }
  stakes: PlacedStake[]
} {
  const columns = STANCES.map((stance) => ({ stance, x: stance * 2 * HALF }))
  const top = (-ROWS * ROW) / 2
  const stacks = columns.map(({ stance, x }) => {
    const stack = known
      .filter((one) => nearestStance(one.stance) === stance)
      .sort((a, b) => (b.strength ?? 0) - (a.strength ?? 0) || byOrder(a, b))
    return stack.map((who, i) => forceAt(who, x, top + ROOM_ABOVE + i * ROW))
  })
  const rows = Math.max(ROWS, ...stacks.map(({ length }) => length))
  return {
    ground: { form: 'forces', columns, half: HALF, top, bottom: top + rows * ROW },
    stakes: stacks.flat(),
  }
}

/** The stance whose column is meant. */
export function nearestStance(stance: number): number {
  return Math.min(2, Math.max(-2, Math.round(stance))) || 0
}

function forceAt(who: Known<'stance'>, x: number, y: number): PlacedStake {
  const stance = nearestStance(who.stance)
  if (stance === 0) return placedAt(who, x, y)
  const inwards = -Math.sign(stance)
  const width = who.strength === null ? UNKNOWN_WIDTH : who.strength * ARROW_WIDTH
  const from = x + inwards * (symbolSize(who).w / 2 + ARROW_GAP)
  const arrow = { x1: from, x2: x + inwards * (HALF - 4), y, width }
  return placedAt(who, x, y, { unplaced: false, arrow })
}
