import { T } from 'tldraw'
import type { Shape } from '@/lib/drawing/shapes'
import type { Box } from '@/lib/timeline/view'
import { given } from './projection'

/** Of all pieces of a picture: the upper left corner on the page, and what is drawn, in page units. */
export interface PieceProps {
  w: number
  h: number
  left: number
  top: number
  pieceId: string
  shapes: readonly Shape[]
}

/** Somebody with the words under their symbol: all that a hand can take. */
export interface HeldProps extends PieceProps {
  name: string
  /** Symbol and words, from the upper left corner: only these are grasped. */
  parts: readonly Box[]
  /** The middle of the symbol, from the upper left corner. */
  cx: number
  cy: number
}

export const pieceProps = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  left: T.number,
  top: T.number,
  pieceId: T.string,
  shapes: given<readonly Shape[]>(),
}
export const heldProps = {
  ...pieceProps,
  name: T.string,
  parts: given<readonly Box[]>(),
  cx: T.number,
  cy: T.number,
}

export const NO_PIECE: PieceProps = { w: 1, h: 1, left: 0, top: 0, pieceId: '', shapes: [] }
