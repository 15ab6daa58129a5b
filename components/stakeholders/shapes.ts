import type { RecordProps, TLBaseShape, TLShapeId } from 'tldraw'
import { heldProps, pieceProps, type HeldProps, type PieceProps } from '@/components/canvas/pieces'

/** A person or an organisation in the field. */
export type StakeShape = TLBaseShape<'rotonde-stake', HeldProps>

/** Everything else: rings, lines and words. It cannot be moved. */
export type FieldShape = TLBaseShape<'rotonde-field', PieceProps>

export const fieldProps: RecordProps<FieldShape> = pieceProps
export const stakeProps: RecordProps<StakeShape> = heldProps

/** The fixed id of a piece. Not that of the geno-sociogram: both pictures show the same relation. */
export const fieldId = (kind: string, id: string): TLShapeId => `shape:field-${kind}-${id}` as TLShapeId
export const stakeId = (id: string): TLShapeId => fieldId('stake', id)

/** Our own types are none that the canvas library knows of. */
const STAKE: string = 'rotonde-stake'

export function asStake(shape: { type: string } | undefined): StakeShape | null {
  return shape?.type === STAKE ? (shape as StakeShape) : null
}
