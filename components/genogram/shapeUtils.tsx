import { Group2d, Polyline2d, Rectangle2d, Vec } from 'tldraw'
import { Drawn } from '@/components/canvas/Drawn'
import { HeldUtil, StillUtil } from '@/components/canvas/HeldUtil'
import type { LetGo } from '@/components/canvas/HeldUtil'
import { polyline } from '@/lib/drawing/path'
import type { Point } from '@/lib/drawing/path'
import { genogramHostOf } from './host'
import { lineProps, personProps } from './shapes'
import type { LineShape, PersonShape } from './shapes'

const NOTHING = { w: 1, h: 1, left: 0, top: 0, pieceId: '', shapes: [] }

/** Adapter only: how a person looks and where they stand comes from lib/genogram. */
export class PersonUtil extends HeldUtil<PersonShape> {
  static override type = 'rotonde-person' as const
  static override props = personProps

  override getDefaultProps(): PersonShape['props'] {
    return { ...NOTHING, name: '', parts: [{ x: 0, y: 0, w: 1, h: 1 }], cx: 0, cy: 0 }
  }

  override getGeometry({ props }: PersonShape) {
    const children = props.parts.map(
      ({ x, y, w, h }) => new Rectangle2d({ x, y, width: w, height: h, isFilled: true }),
    )
    return new Group2d({ children })
  }

  override component({ props }: PersonShape) {
    return <Drawn {...props} />
  }

  override indicator({ props }: PersonShape) {
    return <rect x={-5} y={-5} width={props.w + 10} height={props.h + 10} rx={10} />
  }

  override getText({ props }: PersonShape) {
    return props.name
  }

  protected override dropped(drops: readonly LetGo<PersonShape>[]) {
    genogramHostOf(this.editor)?.put(
      drops.map(({ shape: { x, y, props } }) => ({ id: props.pieceId, x: x + props.cx, y: y + props.cy })),
    )
  }
}

/** Adapter only: lines, outlines and words of the geno-sociogram. */
export class LineUtil extends StillUtil<LineShape> {
  static override type = 'rotonde-line' as const
  static override props = lineProps

  override getDefaultProps(): LineShape['props'] {
    return { ...NOTHING, kind: 'union', way: null, chosen: false }
  }

  override getGeometry({ props }: LineShape) {
    if (!props.way) return new Rectangle2d({ width: props.w, height: props.h, isFilled: false })
    return new Polyline2d({ points: props.way.map(({ x, y }) => new Vec(x, y)) })
  }

  override component({ props }: LineShape) {
    return <Drawn {...props}>{props.chosen && props.way && <Chosen {...props} way={props.way} />}</Drawn>
  }
}

/** Under the line of the relation that is open. */
function Chosen({ way, left, top }: { way: readonly Point[]; left: number; top: number }) {
  const d = polyline(way.map(({ x, y }) => ({ x: x + left, y: y + top })))
  return (
    <path
      d={d}
      fill="none"
      stroke="var(--accent)"
      strokeOpacity={0.25}
      strokeWidth={16}
      strokeLinecap="round"
    />
  )
}
