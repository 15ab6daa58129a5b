import { HTMLContainer, Rectangle2d, ShapeUtil, StateNode } from 'tldraw'
import type { Editor } from 'tldraw'
import { AxisDrawing } from './AxisDrawing'
import { ClusterSign } from './ClusterSign'
import { EventCard } from './EventCard'
import { LitCard } from './work/work'
import { hostOf } from './host'
import type { Drop } from './host'
import { axisProps, clusterProps, eventCardProps } from './shapes'
import type { AxisShape, ClusterShape, EventCardShape } from './shapes'

/** Drops of one gesture are one command: they are gathered until the gesture is over. */
const drops = new WeakMap<Editor, Drop[]>()

/** Adapter only: what a card shows and where it stands comes from lib/timeline. */
export class EventCardUtil extends ShapeUtil<EventCardShape> {
  static override type = 'rotonde-event' as const
  static override props = eventCardProps

  override canResize = () => false
  override canEdit = () => false
  override canSnap = () => false
  override canBeLaidOut = () => false
  // Cards are reached by the list of keys beside the canvas, which screen readers can read.
  override canTabTo = () => false
  override hideResizeHandles = () => true
  override hideRotateHandle = () => true
  override hideSelectionBoundsFg = () => true

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

  override onTranslateStart(shape: EventCardShape) {
    hostOf(this.editor)?.dragging.add(shape.props.eventId)
  }

  override onTranslateCancel(_initial: EventCardShape, current: EventCardShape) {
    hostOf(this.editor)?.dragging.delete(current.props.eventId)
  }

  override onTranslateEnd(initial: EventCardShape, { props, x, y }: EventCardShape) {
    const host = hostOf(this.editor)
    if (!host) return
    const gathered = drops.get(this.editor) ?? []
    if (gathered.length === 0) {
      drops.set(this.editor, gathered)
      // After the canvas library's own transaction: a command changes the case, and that changes the canvas.
      queueMicrotask(() => {
        drops.delete(this.editor)
        for (const { eventId } of gathered) host.dragging.delete(eventId)
        host.dropped(gathered)
      })
    }
    gathered.push({ eventId: props.eventId, dx: x - initial.x, x, y })
  }
}

/** What the case says and no hand changes: it is locked and binds nothing. */
abstract class StillUtil<Shape extends AxisShape | ClusterShape> extends ShapeUtil<Shape> {
  override canBind = () => false
  override canTabTo = () => false
  override canResize = () => false
  override canSnap = () => false
  override canBeLaidOut = () => false

  override indicator() {
    return null
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
