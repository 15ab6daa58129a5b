import { T } from 'tldraw'
import type { RecordProps, TLBaseShape, TLShapeId } from 'tldraw'
import { given } from '@/components/canvas/projection'
import type { Shape } from '@/lib/drawing/shapes'
import type { Box } from '@/lib/stakeholders/types'

/** Of all pieces: the upper left corner on the page, and what is drawn, in page units. */
interface PieceProps {
  w: number
  h: number
  left: number
  top: number
  pieceId: string
  shapes: readonly Shape[]
}

/** A person or an organisation in the field, with the words under the symbol: all that a hand can take. */
interface StakeProps extends PieceProps {
  name: string
  /** Symbol and words, from the upper left corner: only these are grasped. */
  parts: readonly Box[]
  /** The middle of the symbol, from the upper left corner. */
  cx: number
  cy: number
}
export type StakeShape = TLBaseShape<'rotonde-stake', StakeProps>

/** Everything else: rings, lines and words. It cannot be moved. */
export type FieldShape = TLBaseShape<'rotonde-field', PieceProps>

const pieceProps = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  left: T.number,
  top: T.number,
  pieceId: T.string,
  shapes: given<readonly Shape[]>(),
}
export const fieldProps: RecordProps<FieldShape> = pieceProps
export const stakeProps: RecordProps<StakeShape> = {
  ...pieceProps,
  name: T.string,
  parts: given(),
  cx: T.number,
  cy: T.number,
}

/** The fixed id of a piece. Not that of the geno-sociogram: both pictures show the same relation. */
export const fieldId = (kind: string, id: string): TLShapeId => `shape:field-${kind}-${id}` as TLShapeId
export const stakeId = (id: string): TLShapeId => fieldId('stake', id)

/** Our own types are none that the canvas library knows of. */
const STAKE: string = 'rotonde-stake'

export function asStake(shape: { type: string } | undefined): StakeShape | null {
  return shape?.type === STAKE ? (shape as StakeShape) : null
}
