import { T } from 'tldraw'
import type { RecordProps, TLBaseShape, TLShapeId } from 'tldraw'
import { given } from '@/components/canvas/projection'
import type { Point } from '@/lib/drawing/path'
import type { Shape } from '@/lib/drawing/shapes'
import type { Box } from '@/lib/genogram/boxes'
import type { PieceKind } from '@/lib/genogram/pieces'

/** Of all pieces: the upper left corner on the page, and what is drawn, in page units. */
interface PieceProps {
  w: number
  h: number
  left: number
  top: number
  pieceId: string
  shapes: readonly Shape[]
}

/** A person or an organisation with the words under the symbol: all that a hand can take. */
export interface PersonProps extends PieceProps {
  name: string
  /** Symbol and words, from the upper left corner: only these are grasped. */
  parts: readonly Box[]
  /** The middle of the symbol, from the upper left corner. */
  cx: number
  cy: number
}
export type PersonShape = TLBaseShape<'rotonde-person', PersonProps>

/** Everything else: it cannot be moved; a relation can be clicked. */
export interface LineProps extends PieceProps {
  kind: Exclude<PieceKind, 'person'>
  /** Points of a relation's line, from the upper left corner; null for what cannot be clicked. */
  way: readonly Point[] | null
  /** It is the relation that is open beside the picture. */
  chosen: boolean
}
export type LineShape = TLBaseShape<'rotonde-line', LineProps>

const pieceProps = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  left: T.number,
  top: T.number,
  pieceId: T.string,
  shapes: given<readonly Shape[]>(),
}
export const personProps: RecordProps<PersonShape> = {
  ...pieceProps,
  name: T.string,
  parts: given(),
  cx: T.number,
  cy: T.number,
}
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
