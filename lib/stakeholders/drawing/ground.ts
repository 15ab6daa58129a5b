import { textsOf, type Shape } from '@/lib/drawing/shapes'
import { around } from '@/lib/genogram/boxes'
import { fieldBox } from '../layout/layout'
import { footprint } from '../place'
import type { StakesDrawing } from '../picture'
import type { Box, StakesLayout } from '../types'
import { drawForces } from './forces'
import { drawGrid } from './grid'
import { drawRings } from './rings'
import { textBox } from './words'

/** What lies under the symbols, and the box around it and all of its words. */
export function drawGround(
  layout: StakesLayout,
  question: string,
  how: StakesDrawing,
): { shapes: Shape[]; box: Box } {
  const places = [...(layout.centre ? [layout.centre] : []), ...layout.stakes]
  const shapes = drawForm(
    layout,
    [...places.map(footprint), ...(layout.tray ? [layout.tray] : [])],
    question,
    how,
  )
  const words = textsOf(shapes).map(textBox)
  return { shapes, box: around([fieldBox(layout.ground), ...words])! }
}

function drawForm(
  { ground }: StakesLayout,
  taken: readonly Box[],
  question: string,
  how: StakesDrawing,
): Shape[] {
  switch (ground.form) {
    case 'rings':
      return drawRings(ground, taken, how)
    case 'grid':
      return drawGrid(ground, taken, how)
    case 'forces':
      return drawForces(ground, question, how)
  }
}
