import type { DateBounds, Day, Precision } from '@/lib/dates/types'
import { MIN_BAR } from './metrics'
import { xOfDay } from './scale'
import type { PlacedMark, TimelineEvent, TimeScale } from './types'

const HALF_UNIT_DAYS: Record<Precision, number> = {
  day: 1,
  month: 15,
  season: 46,
  year: 183,
  decade: 1_826,
  century: 18_262,
}

/** The day at which an approximate date was said to begin: its bounds are half a unit wider (see DateBounds). */
export function saidStart({ approximate, startDay, endDay, precision }: DateBounds): Day {
  if (!approximate) return startDay
  return startDay + Math.min(HALF_UNIT_DAYS[precision], Math.floor((endDay - startDay) / 4))
}

/** An event of which the date can be drawn. */
export interface DatedEvent {
  event: TimelineEvent
  bounds: DateBounds
  place: 'above' | 'below'
  /** The lane in which it is drawn: its own, or another when that is gone. */
  laneId: string
}

/** How the dates of one lane are drawn, in the order given; periods fill the first track that is free. */
export function marksOf(dated: readonly DatedEvent[], scale: TimeScale): PlacedMark[] {
  /** Where each track is free again. */
  const tracks: number[] = []
  return dated.map(({ event, bounds, place, laneId }) => {
    const dot = bounds.kind === 'point' && bounds.precision === 'day' && !bounds.approximate
    const start = xOfDay(bounds.startDay, scale)
    const width = xOfDay(bounds.endDay, scale) - start
    const w = dot ? 0 : Math.max(width, MIN_BAR)
    let track: number | null = null
    if (bounds.kind === 'period') {
      const free = tracks.findIndex((end) => end <= start)
      track = free === -1 ? tracks.length : free
      tracks[track] = start + w + 2
    }
    return {
      id: event.id,
      form: dot ? 'dot' : 'bar',
      x: start,
      w,
      track,
      place,
      laneId,
      baseY: 0,
      approximate: bounds.approximate,
      uncertain: bounds.uncertain,
      openStart: bounds.openStart,
      openEnd: bounds.openEnd,
      gap: event.kind === 'gap',
    }
  })
}
