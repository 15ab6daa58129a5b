import { T } from 'tldraw'
import type { JsonObject, RecordProps, TLBaseShape, TLShapeId } from 'tldraw'
import type { CardContent, TimelineLayout } from '@/lib/timeline/types'

/** What a card shows, and what it is in words for who hears it. */
export interface EventCardProps {
  w: number
  h: number
  eventId: string
  above: boolean
  content: CardContent
}
export type EventCardShape = TLBaseShape<'rotonde-event', EventCardProps>

/** Everything of the timeline that is not a card: it cannot be selected or moved. */
export interface AxisProps {
  w: number
  h: number
  layout: TimelineLayout
  words: { now: string; dock: string }
  /** Tint and kind per event id ("family decision"), for stems and marks. */
  tints: Record<string, string>
}
export type AxisShape = TLBaseShape<'rotonde-axis', AxisProps>

// The layout is computed here and never comes from elsewhere: that it is JSON is check enough.
const json = T.jsonValue as unknown as T.Validatable<never>

export const eventCardProps: RecordProps<EventCardShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  eventId: T.string,
  above: T.boolean,
  content: json,
}
export const axisProps: RecordProps<AxisShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  layout: json,
  words: json,
  tints: json,
}

export const AXIS_ID = 'shape:axis' as TLShapeId
export const cardId = (eventId: string): TLShapeId => `shape:event-${eventId}` as TLShapeId

/** Marks a shape as computed: never written to the shared document. */
export const PROJECTED: JsonObject = { projected: true }
