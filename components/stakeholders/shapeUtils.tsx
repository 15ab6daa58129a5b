import { Group2d, Rectangle2d } from 'tldraw'
import { Drawn } from '@/components/canvas/Drawn'
import { HeldUtil, StillUtil } from '@/components/canvas/HeldUtil'
import type { LetGo } from '@/components/canvas/HeldUtil'
import { fieldHostOf } from './host'
import { fieldProps, stakeProps } from './shapes'
import type { FieldShape, StakeShape } from './shapes'

const NOTHING = { w: 1, h: 1, left: 0, top: 0, pieceId: '', shapes: [] }

/** Adapter only: how somebody in the field looks and where they stand comes from lib/stakeholders. */
export class StakeUtil extends HeldUtil<StakeShape> {
  static override type = 'rotonde-stake' as const
  static override props = stakeProps

  override getDefaultProps(): StakeShape['props'] {
    return { ...NOTHING, name: '', parts: [{ x: 0, y: 0, w: 1, h: 1 }], cx: 0, cy: 0 }
  }

  override getGeometry({ props }: StakeShape) {
    const children = props.parts.map(
      ({ x, y, w, h }) => new Rectangle2d({ x, y, width: w, height: h, isFilled: true }),
    )
    return new Group2d({ children })
  }

  override component({ props }: StakeShape) {
    return <Drawn {...props} />
  }

  override indicator({ props }: StakeShape) {
    return <rect x={-5} y={-5} width={props.w + 10} height={props.h + 10} rx={10} />
  }

  override getText({ props }: StakeShape) {
    return props.name
  }

  protected override dropped(drops: readonly LetGo<StakeShape>[]) {
    fieldHostOf(this.editor)?.put(
      drops.map(({ shape: { x, y, props } }) => ({ id: props.pieceId, x: x + props.cx, y: y + props.cy })),
    )
  }
}

/** Adapter only: what lies under the symbols, and the lines between them. */
export class FieldUtil extends StillUtil<FieldShape> {
  static override type = 'rotonde-field' as const
  static override props = fieldProps

  override getDefaultProps(): FieldShape['props'] {
    return NOTHING
  }

  override getGeometry({ props }: FieldShape) {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: false })
  }

  override component({ props }: FieldShape) {
    return <Drawn {...props} />
  }
}
