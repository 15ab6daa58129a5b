import { HTMLContainer, Rectangle2d, StateNode } from 'tldraw'
import { HeldUtil, StillUtil } from '@/components/canvas/HeldUtil'
import type { LetGo } from '@/components/canvas/HeldUtil'
import { AxisDrawing } from './AxisDrawing'
import { ClusterSign } from './ClusterSign'
import { EventCard } from './EventCard'
import { LitCard } from './work/work'
import { hostOf } from './host'
import { axisProps, clusterProps, eventCardProps } from './shapes'
import type { AxisShape, ClusterShape, EventCardShape } from './shapes'

/** Adapter only: what a card shows and where it stands comes from lib/timeline. */
export class EventCardUtil extends HeldUtil<EventCardShape> {
  static override type = 'rotonde-event' as const
  static override props = eventCardProps

  override getDefaultProps(): EventCardShape['props'] {
    const content = { title: '', who: '', teller: '', dateText: '', kindText: '' }
    const flags = { crucial: false, turningPoint: false, proposed: false, hasPicture: false, takes: 0 }
    return {
      w: 172,
      h: 78,
      eventId: '',
      above: false,
      content: { ...content, kind: 'family', tint: 'unknown', ...flags },
    }
  }

  override getGeometry({ props }: EventCardShape) {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: true })
  }

  override component({ props }: EventCardShape) {
    return (
      <HTMLContainer>
        <LitCard eventId={props.eventId}>
          <EventCard content={props.content} empty={hostOf(this.editor)?.emptyTitle ?? ''} />
        </LitCard>
      </HTMLContainer>
    )
  }

  override indicator({ props }: EventCardShape) {
    return <rect width={props.w} height={props.h} rx={9} />
  }

  override getText({ props }: EventCardShape) {
    return props.content.title
  }

  override onDoubleClick(shape: EventCardShape) {
    hostOf(this.editor)?.open(shape.props.eventId, true)
  }

  protected override dropped(drops: readonly LetGo<EventCardShape>[]) {
    hostOf(this.editor)?.dropped(
      drops.map(({ shape: { props, x, y }, dx }) => ({ eventId: props.eventId, dx, x, y })),
    )
  }
}

/** Adapter only: the axis and all that lies under the cards, in pieces. */
export class AxisUtil extends StillUtil<AxisShape> {
  static override type = 'rotonde-axis' as const
  static override props = axisProps

  override getDefaultProps(): AxisShape['props'] {
    return { w: 1, h: 1, left: 0, top: 0, part: { name: 'stretch', stems: [], marks: [] } }
  }

  override getGeometry({ props }: AxisShape) {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: false })
  }

  override component({ props }: AxisShape) {
    return (
      <HTMLContainer>
        <AxisDrawing {...props} />
      </HTMLContainer>
    )
  }
}

/** Adapter only: moments that are counted, because they cannot be drawn apart at this zoom. */
export class ClusterUtil extends StillUtil<ClusterShape> {
  static override type = 'rotonde-cluster' as const
  static override props = clusterProps

  override getDefaultProps(): ClusterShape['props'] {
    return { w: 44, h: 44, clusterId: '', count: 0, kinds: [], words: '', tint: 'unknown' }
  }

  override getGeometry({ props }: ClusterShape) {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: true })
  }

  override component({ props }: ClusterShape) {
    return (
      <HTMLContainer>
        <ClusterSign {...props} />
      </HTMLContainer>
    )
  }
}

/** The tool of "+ Moment": the next click says when and on which side. */
export class MomentTool extends StateNode {
  static override id = 'moment'

  override onEnter() {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onPointerUp() {
    const { x, y } = this.editor.inputs.currentPagePoint
    this.editor.setCurrentTool('select')
    queueMicrotask(() => hostOf(this.editor)?.addAt({ x, y }))
  }

  override onCancel() {
    this.editor.setCurrentTool('select')
  }
}
