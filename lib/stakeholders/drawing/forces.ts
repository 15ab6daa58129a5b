import type { Shape } from '@/lib/drawing/shapes'
import { wrapText } from '@/lib/text/wrap'
import type { StakesDrawing } from '../picture'
import type { StakesGround } from '../types'
import { groundText } from './words'

/** Width of the question above the middle line, its size, and from line to line. */
const QUESTION_W = 520
const QUESTION_PX = 17
const QUESTION_LINE = 23
/** Baselines of the heads above the columns, counted upwards from the top of the field. */
const SMALL_UP = 12
const NAME_UP = 34
const QUESTION_UP = 68

/** The middle line with the question on top of it, and what each column says. */
export function drawForces(
  { columns, half, top, bottom }: StakesGround & { form: 'forces' },
  question: string,
  { theme, words }: StakesDrawing,
): Shape[] {
  const { noQuestion, against, for: mine, between, strongly, slightly } = words.drawn.forces
  const lines = wrapText(question.trim() || noQuestion, QUESTION_W, QUESTION_PX, 'bold', 4)
  const sides = columns.slice(1).map(({ x }) => x - half)
  const middleOf = (sign: number) => {
    const xs = columns.filter(({ stance }) => Math.sign(stance) === sign).map(({ x }) => x)
    return xs.reduce((sum, x) => sum + x, 0) / (xs.length || 1)
  }
  return [
    ...lines.map((text, i): Shape => {
      const y = top - QUESTION_UP - (lines.length - 1 - i) * QUESTION_LINE
      return {
        type: 'text',
        x: 0,
        y,
        text,
        px: QUESTION_PX,
        weight: 'bold',
        fill: theme.ink,
        anchor: 'middle',
      }
    }),
    {
      type: 'line',
      x1: 0,
      y1: top - QUESTION_UP + 12,
      x2: 0,
      y2: top - SMALL_UP - 18,
      stroke: theme.ink,
      strokeWidth: 3,
    },
    { type: 'line', x1: 0, y1: top, x2: 0, y2: bottom, stroke: theme.ink, strokeWidth: 3 },
    ...sides.map((x): Shape => ({
      type: 'line',
      x1: x,
      y1: top,
      x2: x,
      y2: bottom,
      stroke: theme.line,
      strokeWidth: 1.5,
      dash: [2, 6],
      round: true,
    })),
    groundText(against, { x: middleOf(-1), y: top - NAME_UP, anchor: 'middle' }, 'name', theme),
    groundText(mine, { x: middleOf(1), y: top - NAME_UP, anchor: 'middle' }, 'name', theme),
    ...columns.map(({ stance, x }) => {
      const word = stance === 0 ? between : Math.abs(stance) > 1 ? strongly : slightly
      return groundText(word, { x, y: top - SMALL_UP, anchor: 'middle' }, 'small', theme)
    }),
  ]
}
