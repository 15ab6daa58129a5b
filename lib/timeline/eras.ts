import { ERA_ROW_H } from './metrics'
import { xOfDay } from './scale'
import type { DatedEvent } from './marks'
import type { PlacedEra, TimeScale } from './types'

/** The least room for a name; a short era's may reach beyond it. */
const NAME_MIN = 96
const NAME_INSET = 8

/** Whether an event is drawn as a background: it says so, and its date is a period. */
export function isEra({ event, bounds }: Pick<DatedEvent, 'event' | 'bounds'>): boolean {
  return event.background === true && event.kind !== 'dream' && bounds.kind === 'period'
}

/**
 * Eras as bands of the whole height, in order of date. Names stand above everything, those of eras that overlap in
 * rows of their own. `top` and `bottom` are the edges of all else.
 */
export function placeEras(
  eras: readonly DatedEvent[],
  scale: TimeScale,
  top: number,
  bottom: number,
): PlacedEra[] {
  /** Where each row of names is free again. */
  const free: number[] = []
  const rows = eras.map(({ bounds }) => {
    const x = xOfDay(bounds.startDay, scale)
    const w = xOfDay(bounds.endDay, scale) - x
    const found = free.findIndex((end) => end <= x)
    const row = found === -1 ? free.length : found
    free[row] = x + Math.max(w, NAME_MIN)
    return { x, w, row }
  })
  const y = top - free.length * ERA_ROW_H
  return eras.map(({ event, bounds }, i) => {
    const { x, w, row } = rows[i] ?? { x: 0, w: 0, row: 0 }
    return {
      id: event.id,
      x,
      w,
      y,
      h: bottom - y,
      softStart: bounds.approximate || bounds.openStart,
      softEnd: bounds.approximate || bounds.openEnd,
      uncertain: bounds.uncertain,
      labelX: x + NAME_INSET,
      labelY: y + (row + 1) * ERA_ROW_H - NAME_INSET,
      labelW: Math.max(w, NAME_MIN) - 2 * NAME_INSET,
    }
  })
}
