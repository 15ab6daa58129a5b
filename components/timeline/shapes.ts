import { T } from 'tldraw'
import type { RecordProps, TLBaseShape, TLShapeId } from 'tldraw'
import { given } from '@/components/canvas/projection'
import type { EventKindName } from '@/lib/case/schema'
import type { CardContent } from '@/lib/timeline/types'
import type { AxisPart } from './axisParts'

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
  /** Top left corner on the page: what it draws is in page units. */
  left: number
  top: number
  part: AxisPart
}
export type AxisShape = TLBaseShape<'rotonde-axis', AxisProps>

/** Moments that stand too close together to be drawn apart; a click comes nearer. */
export interface ClusterProps {
  w: number
  h: number
  clusterId: string
  count: number
  /** What kinds of moments are in it, most of all first. */
  kinds: EventKindName[]
  /** The same in words: "4 momenten: contact, gebeurtenis". */
  words: string
  tint: string
}
export type ClusterShape = TLBaseShape<'rotonde-cluster', ClusterProps>

export const eventCardProps: RecordProps<EventCardShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  eventId: T.string,
  above: T.boolean,
  content: given(),
}
export const axisProps: RecordProps<AxisShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  left: T.number,
  top: T.number,
  part: given(),
}
export const clusterProps: RecordProps<ClusterShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  clusterId: T.string,
  count: T.number,
  kinds: given(),
  words: T.string,
  tint: T.string,
}

/** What lies under the cards begins with this; `shape:axis-front` is the line itself. */
const AXIS = 'shape:axis-'
export const axisId = (part: string): TLShapeId => `${AXIS}${part}` as TLShapeId
export const cardId = (eventId: string): TLShapeId => `shape:event-${eventId}` as TLShapeId
/** Of a cluster, by its first event. */
export const clusterId = (eventId: string): TLShapeId => `shape:cluster-${eventId}` as TLShapeId
