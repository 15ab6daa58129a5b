import type { VerticalSide } from './verticalTypes'

/** Sizes of the vertical timeline in px. */
export const VERTICAL = {
  margin: 6,
  /** Free room between two cards of a column. */
  gap: 10,
  /** The line with its years, between the columns. */
  axisW: 48,
  /** From a card's top to its mark on the line. */
  markInset: 20,
  /** Between two marks at least. */
  markStep: 26,
  yearH: 22,
  yearAgeH: 38,
  breakH: 44,
  nowH: 26,
  eraH: 26,
  headingH: 32,
  /** From the top of a heading to its baseline. */
  baseline: 21,
  /** A collapsed lane, with the room below it; high enough for a finger. */
  foldH: 54,
  minCardH: 40,
} as const

export interface Columns {
  used: readonly VerticalSide[]
  axisX: number
  sideOf(place: 'above' | 'below'): VerticalSide
  box(side: VerticalSide): { x: number; w: number }
  /** Over both columns and the line. */
  whole: { x: number; w: number }
}

/** Two columns beside the line, or one to its right when all events are of one side. */
export function columnsOf(widthPx: number, sides: ReadonlySet<'above' | 'below'>): Columns {
  const { margin, axisW } = VERTICAL
  const whole = { x: margin, w: Math.max(1, widthPx - 2 * margin) }
  const room = Math.max(2, whole.w - axisW)
  if (sides.size < 2) {
    return {
      used: ['right'],
      axisX: margin + axisW / 2,
      sideOf: () => 'right',
      box: () => ({ x: margin + axisW, w: room }),
      whole,
    }
  }
  const w = room / 2
  return {
    used: ['left', 'right'],
    axisX: widthPx / 2,
    sideOf: (place) => (place === 'above' ? 'left' : 'right'),
    box: (side) => ({ x: side === 'left' ? margin : margin + w + axisW, w }),
    whole,
  }
}
