import { T } from 'tldraw'
import type { RecordProps, TLBaseShape, TLShapeId } from 'tldraw'
import { heldProps, pieceProps, type HeldProps, type PieceProps } from '@/components/canvas/pieces'
import { given } from '@/components/canvas/projection'
import type { Point } from '@/lib/drawing/path'
import type { PieceKind } from '@/lib/genogram/pieces'

/** A person or an organisation. */
export type PersonShape = TLBaseShape<'rotonde-person', HeldProps>

/** Everything else: it cannot be moved; a relation can be clicked. */
export interface LineProps extends PieceProps {
  kind: Exclude<PieceKind, 'person'>
  /** Points of a relation's line, from the upper left corner; null for what cannot be clicked. */
  way: readonly Point[] | null
  /** It is the relation that is open beside the picture. */
  chosen: boolean
}
export type LineShape = TLBaseShape<'rotonde-line', LineProps>

export const personProps: RecordProps<PersonShape> = heldProps
export const lineProps: RecordProps<LineShape> = {
  ...pieceProps,
  kind: given(),
  way: given(),
  chosen: T.boolean,
}

/** The fixed id of a piece: `shape:person-<id>`, `shape:bond-<id>`. */
export const pieceId = (kind: PieceKind, id: string): TLShapeId => `shape:${kind}-${id}` as TLShapeId

/** Our own types are none that the canvas library knows of. */
const PERSON: string = 'rotonde-person'
const LINE: string = 'rotonde-line'

export function asPerson(shape: { type: string } | undefined): PersonShape | null {
  return shape?.type === PERSON ? (shape as PersonShape) : null
}

export function asBond(shape: { type: string } | undefined): LineShape | null {
  const line = shape?.type === LINE ? (shape as LineShape) : null
  return line?.props.kind === 'bond' ? line : null
}
