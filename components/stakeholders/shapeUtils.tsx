import { Rectangle2d } from 'tldraw'
import { Drawn } from '@/components/canvas/Drawn'
import { ShapesSvg } from '@/components/canvas/ShapesSvg'
import { LitWay } from '@/components/looking/lit'
import { HeldPieceUtil, middleOf } from '@/components/canvas/HeldPieceUtil'
import { type LetGo, StillUtil } from '@/components/canvas/HeldUtil'
import { NO_PIECE } from '@/components/canvas/pieces'
import { fieldHostOf } from './host'
import { fieldId, fieldProps, stakeProps } from './shapes'
import type { FieldShape, StakeShape } from './shapes'

export class StakeUtil extends HeldPieceUtil<StakeShape> {
  static override type = 'rotonde-stake' as const
  static override props = stakeProps

  protected override dropped(drops: readonly LetGo<StakeShape>[]) {
    fieldHostOf(this.editor)?.put(drops.map(({ shape }) => middleOf(shape)))
  }
}

/** Adapter only: what lies under the symbols, and the lines between them. */
export class FieldUtil extends StillUtil<FieldShape> {
  static override type = 'rotonde-field' as const
  static override props = fieldProps

  override getDefaultProps(): FieldShape['props'] {
    return NO_PIECE
  }

  override getGeometry({ props }: FieldShape) {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: false })
  }

  override component({ id, props }: FieldShape) {
    return (
      <Drawn {...props}>
        {id === fieldId('bond', props.pieceId) && (
          <LitWay id={props.pieceId}>
            <ShapesSvg shapes={props.shapes} />
          </LitWay>
        )}
      </Drawn>
    )
  }
}
