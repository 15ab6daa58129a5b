import { placedAt, ROOM_ABOVE, ROOM_ASIDE, ROOM_BELOW } from '../place'
import type { Box, PlacedStake, Stakeholder } from '../types'

/** From the field to the tray: names of sectors and axes stand between them. */
const FROM_FIELD = 150
/** Room above the first row, for what the tray is called. */
const HEAD = 34
const PAD = 14
const COLUMN = 2 * ROOM_ASIDE + 12
const ROW = ROOM_ABOVE + ROOM_BELOW + 4

/**
 * Of whom it is not known where they stand, in columns at the right of the field, in the order given. The first
 * column is as high as the field.
 */
export function layoutTray(
  unknown: readonly Stakeholder[],
  field: Box,
): { tray: Box | null; stakes: PlacedStake[] } {
  if (unknown.length === 0) return { tray: null, stakes: [] }
  const rows = Math.max(3, Math.floor((field.h - HEAD - PAD) / ROW))
  const columns = Math.ceil(unknown.length / rows)
  const [x, y] = [field.x + field.w + FROM_FIELD, field.y]
  const h = HEAD + Math.min(rows, unknown.length) * ROW + PAD
  const stakes = unknown.map((who, i) => {
    const [column, row] = [Math.floor(i / rows), i % rows]
    const left = x + PAD + column * COLUMN
    return placedAt(who, left + COLUMN / 2, y + HEAD + ROOM_ABOVE + row * ROW, {
      unplaced: true,
      arrow: null,
    })
  })
  return { tray: { x, y, w: columns * COLUMN + 2 * PAD, h }, stakes }
}
