import { Group2d, Rectangle2d } from 'tldraw'
import type { TLBaseShape } from 'tldraw'
import { LitPiece } from '@/components/looking/lit'
import { Drawn } from './Drawn'
import { HeldUtil } from './HeldUtil'
import { NO_PIECE, type HeldProps } from './pieces'

/** Adapter only: how somebody in a picture looks and where they stand comes from its layout. */
export abstract class HeldPieceUtil<Shape extends TLBaseShape<string, HeldProps>> extends HeldUtil<Shape> {
  override getDefaultProps(): Shape['props'] {
    return { ...NO_PIECE, name: '', parts: [{ x: 0, y: 0, w: 1, h: 1 }], cx: 0, cy: 0 }
  }

  override getGeometry({ props }: Shape) {
    const children = props.parts.map(
      ({ x, y, w, h }) => new Rectangle2d({ x, y, width: w, height: h, isFilled: true }),
    )
    return new Group2d({ children })
  }

  override component({ props }: Shape) {
    const { pieceId, left, top, parts } = props
    return <Drawn {...props} over={<LitPiece id={pieceId} left={left} top={top} parts={parts} />} />
  }

  override indicator({ props }: Shape) {
    return <rect x={-5} y={-5} width={props.w + 10} height={props.h + 10} rx={10} />
  }

  override getText({ props }: Shape) {
    return props.name
  }
}

/** Where they were let go of: the middle of each symbol, in page units. */
export const middleOf = ({ x, y, props }: TLBaseShape<string, HeldProps>) => ({
  id: props.pieceId,
  x: x + props.cx,
  y: y + props.cy,
})
