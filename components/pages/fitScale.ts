import { layoutTimeline } from '@/lib/timeline/layout'
import type { TimelineEvent, TimelineLane, TimelineLayout, TimelineSettings } from '@/lib/timeline/types'

/** Scales to try, in page units per year: each a fifth wider than the one before. */
const SCALES = Array.from({ length: 34 }, (_, i) => Math.round(6 * 1.2 ** i))

/**
 * The layout that is largest on a sheet of this shape (`aspect` = width over height). A wider scale needs a
 * longer sheet, a narrower one stacks the cards higher; in between lies the best.
 */
export function fitScale(
  events: readonly TimelineEvent[],
  lanes: readonly TimelineLane[],
  settings: TimelineSettings,
  aspect: number,
): TimelineLayout {
  const room = ({ bounds }: TimelineLayout) => Math.max(bounds.w, bounds.h * aspect)
  return SCALES.map((pxPerYear) => layoutTimeline(events, lanes, { ...settings, pxPerYear })).reduce(
    (best, layout) => (room(layout) < room(best) ? layout : best),
  )
}
