import type { Drawing } from '@/lib/drawing/shapes'
import { grown } from '@/lib/genogram/boxes'
import { piecesBox, stakePieces } from './pieces'
import type { StakesDrawing, StakesPicture } from './picture'

const MARGIN = 16

/** The whole picture as one drawing, without its legend. */
export function drawStakes(picture: StakesPicture, title: string, how: StakesDrawing): Drawing {
  const pieces = stakePieces(picture, how)
  const box = grown(piecesBox(picture, pieces), MARGIN)
  return {
    box,
    title,
    shapes: [{ type: 'rect', ...box, fill: how.theme.paper }, ...pieces.flatMap(({ shapes }) => shapes)],
  }
}
