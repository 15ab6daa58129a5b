import { boundsOf } from '@/lib/dates/bounds'
import type { Day } from '@/lib/dates/types'
import { isEra } from './eras'
import type { Place } from './laneBand'
import { byText, inOrder } from './lanes'
import type { DatedEvent } from './marks'
import type { TimelineEvent, TimelineLane } from './types'

export const PLACES: readonly Place[] = ['above', 'below']

/** Every event in the one group in which it is drawn. */
export interface SortedEvents {
  /** In order of date, then order key, then id. */
  dated: DatedEvent[]
  eras: DatedEvent[]
  /** In order of key, then id, as are dreams. */
  undated: { event: TimelineEvent; laneId: string }[]
  dreams: TimelineEvent[]
  /** Lanes by place, the first nearest the axis; each place has one, if need be without a name. */
  lanes: Record<Place, TimelineLane[]>
}

/** The same for every order of `events` and `lanes`. An event whose lane is gone stands in the first one below. */
export function sortEvents(
  events: readonly TimelineEvent[],
  lanes: readonly TimelineLane[],
  today: Day,
): SortedEvents {
  const own = (place: Place): TimelineLane[] => {
    const some = inOrder(lanes).filter((lane) => lane.place === place)
    return some.length > 0 ? some : [{ id: NO_LANE[place], place, order: '' }]
  }
  const byPlace = { above: own('above'), below: own('below') }
  const laneOf = new Map(lanes.map((lane) => [lane.id, lane]))
  const lost = byPlace.below[0] as TimelineLane
  const sorted: SortedEvents = { dated: [], eras: [], undated: [], dreams: [], lanes: byPlace }
  for (const event of [...events].sort((a, b) => byText(a.order, b.order) || byText(a.id, b.id))) {
    const { id: laneId, place } = laneOf.get(event.side) ?? lost
    const bounds = event.date === null ? null : boundsOf(event.date, today)
    if (event.kind === 'dream') sorted.dreams.push(event)
    else if (!bounds) sorted.undated.push({ event, laneId })
    else (isEra({ event, bounds }) ? sorted.eras : sorted.dated).push({ event, bounds, place, laneId })
  }
  // Sorting is stable, so equal dates stay in the order of their keys.
  const byDate = (a: DatedEvent, b: DatedEvent) => a.bounds.startDay - b.bounds.startDay
  sorted.dated.sort(byDate)
  sorted.eras.sort(byDate)
  return sorted
}

/** Ids of what stands in for the lane of a place that has none; no lane of a case has such an id. */
const NO_LANE: Record<Place, string> = { above: '.above', below: '.below' }

/** Whether this is no lane of the case. */
export function isStandIn(laneId: string): boolean {
  return laneId.startsWith('.')
}
