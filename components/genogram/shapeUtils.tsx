import { Polyline2d, Rectangle2d, Vec } from 'tldraw'
import { Drawn } from '@/components/canvas/Drawn'
import { LitWay } from '@/components/looking/lit'
import { HeldPieceUtil, middleOf } from '@/components/canvas/HeldPieceUtil'
import { type LetGo, StillUtil } from '@/components/canvas/HeldUtil'
import { NO_PIECE } from '@/components/canvas/pieces'
import { polyline } from '@/lib/drawing/path'
import type { Point } from '@/lib/drawing/path'
import { genogramHostOf } from './host'
import { lineProps, personProps } from './shapes'
import type { LineShape, PersonShape } from './shapes'

export class PersonUtil extends HeldPieceUtil<PersonShape> {
  static override type = 'rotonde-person' as const
  static override props = personProps

  protected override dropped(drops: readonly LetGo<PersonShape>[]) {
    genogramHostOf(this.editor)?.put(drops.map(({ shape }) => middleOf(shape)))
  }
}

/** Adapter only: lines, outlines and words of the geno-sociogram. */
export class LineUtil extends StillUtil<LineShape> {
  static override type = 'rotonde-line' as const
  static override props = lineProps

  override getDefaultProps(): LineShape['props'] {
    return { ...NO_PIECE, kind: 'union', way: null, chosen: false }
  }

  override getGeometry({ props }: LineShape) {
    if (!props.way) return new Rectangle2d({ width: props.w, height: props.h, isFilled: false })
    return new Polyline2d({ points: props.way.map(({ x, y }) => new Vec(x, y)) })
  }

  override component({ props }: LineShape) {
    const { way, chosen, pieceId } = props
    return (
      <Drawn {...props}>
        {chosen && way && <Chosen {...props} way={way} />}
        {way && (
          <LitWay id={pieceId}>
            <path d={pathOf(way, props)} />
          </LitWay>
        )}
      </Drawn>
    )
  }
}

/** Under the line of the relation that is open. */
function Chosen({ way, left, top }: { way: readonly Point[]; left: number; top: number }) {
  return (
    <path
      d={pathOf(way, { left, top })}
      fill="none"
      stroke="var(--accent)"
      strokeOpacity={0.25}
      strokeWidth={16}
      strokeLinecap="round"
    />
  )
}

/** The way in page units. */
const pathOf = (way: readonly Point[], { left, top }: { left: number; top: number }): string =>
  polyline(way.map(({ x, y }) => ({ x: x + left, y: y + top })))
