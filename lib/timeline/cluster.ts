import { clusterSpan, inCells, type Spot } from './cells'
import type { PlacedCard, PlacedCluster, TimelineLayout } from './types'
import type { Box } from './view'

/** From this zoom on the words of a card can be read, if need be from near. */
const READABLE_FROM = 0.5
/** A cluster on the screen and the room between two, in px. */
const CLUSTER_PX = 44
const GAP_PX = 6
/** Each step is this much smaller than the one before: two steps halve. */
const STEP = Math.SQRT2
/** Smaller than this no canvas goes. */
const MAX_STEPS = 24
/** As much of a dock or of the dreams is shown at once as can be read on a phone. */
const PILE_W = 560

/**
 * The zoom for which a picture is made, for a zoom of the canvas: 1 while cards can be read, else the next smaller of
 * a fixed row, so that panning or zooming a little changes nothing.
 */
export function zoomStep(zoom: number): number {
  if (zoom >= READABLE_FROM) return 1
  const steps = zoom > 0 ? Math.ceil(Math.log(READABLE_FROM / zoom) / Math.log(STEP) - 1e-9) : MAX_STEPS
  return READABLE_FROM / STEP ** Math.min(Math.max(1, steps), MAX_STEPS)
}

/**
 * What stands on the canvas at this zoom: cards while they can be read, else clusters only. Each event of the layout
 * is in one card or in one cluster (eras are neither: they are drawn as such at any zoom). No clusters overlap, each
 * holds events of one lane, and within a lane they are in order of date. Which events come together depends on where
 * they stand and on the step, not on each other: one more changes no other cluster.
 */
export function clusterTimeline(
  layout: TimelineLayout,
  zoom: number,
): { cards: readonly PlacedCard[]; clusters: readonly PlacedCluster[] } {
  const step = zoomStep(zoom)
  if (step === 1) return { cards: layout.cards, clusters: layout.folded }
  const size = CLUSTER_PX / step
  const gap = GAP_PX / step
  const spots = spotsByLane(layout)
  const docked = dockedByLane(layout)
  const clusters: PlacedCluster[] = []
  for (const place of ['above', 'below'] as const) {
    /** Where the lanes before end: at a small zoom a lane is thinner than what stands for its events. */
    let taken = 0
    for (const lane of layout.lanes.filter((one) => one.place === place)) {
      const inner = Math.max(Math.abs(lane.baseY) + lane.bend.to, taken)
      taken = inner + size + gap
      const at = { laneId: lane.id, place, y: place === 'above' ? -inner - size : inner, size, gap }
      const own = inCells(spots.get(lane.id) ?? [], at, lane.baseY)
      const dock = docked.get(lane.id)
      if (dock) {
        const left = Math.min(dock.right, ...own.map(({ x }) => x - gap))
        clusters.push({
          ...one(dock.ids, at, left - size),
          span: clusterSpan({ ...dock, place, maxW: PILE_W }),
        })
      }
      clusters.push(...own)
    }
  }
  return { cards: [], clusters: [...clusters, ...dreamCluster(layout, clusters, size, gap)] }
}

/** Where the view stands after a click on a cluster: its events come apart, or show as cards. Never above 100 %. */
export function clusterView({ span }: PlacedCluster, room: { w: number; h: number }): Box & { zoom: number } {
  const zoom = Math.min(1, room.w / span.w, room.h / span.h)
  const [w, h] = [room.w / zoom, room.h / zoom]
  return { x: span.x + span.w / 2 - w / 2, y: span.y + span.h / 2 - h / 2, w, h, zoom }
}

function one(
  ids: readonly string[],
  at: { laneId: string; place: 'above' | 'below'; y: number; size: number },
  x: number,
) {
  return { id: ids[0] ?? '', laneId: at.laneId, place: at.place, ids, x, y: at.y, w: at.size, h: at.size }
}

/** Where the dated events of each lane stand, in order of date. */
function spotsByLane({ cards, marks, lanes }: TimelineLayout): ReadonlyMap<string, Spot[]> {
  const spots = new Map<string, Spot[]>(lanes.map(({ id }) => [id, []]))
  for (const { id, laneId, stemX, y, h } of cards)
    if (stemX !== null) spots.get(laneId)?.push({ id, x: stemX, top: y, bottom: y + h })
  const collapsed = new Set(lanes.filter((lane) => lane.collapsed).map(({ id }) => id))
  for (const { id, laneId, x, baseY } of marks)
    if (collapsed.has(laneId)) spots.get(laneId)?.push({ id, x, top: baseY, bottom: baseY })
  return spots
}

interface Docked {
  ids: readonly string[]
  right: number
  from: number
  to: number
  top: number
  bottom: number
}

/** Undated events by lane: in a dock, or in a counted place of their own when the lane is collapsed. */
function dockedByLane({ docks, folded, marks }: TimelineLayout): ReadonlyMap<string, Docked> {
  const dated = new Set(marks.map(({ id }) => id))
  const away = folded.filter(({ id }) => !dated.has(id))
  return new Map(
    [...docks, ...away].map(({ laneId, ids, x, y, w, h }) => {
      return [laneId, { ids, right: x + w, from: x, to: x + w, top: y, bottom: y + h }]
    }),
  )
}

function dreamCluster(
  { cards, docks }: TimelineLayout,
  others: readonly PlacedCluster[],
  size: number,
  gap: number,
): PlacedCluster[] {
  const docked = new Set(docks.flatMap(({ ids }) => ids))
  const dreams = cards.filter(({ id, stemX }) => stemX === null && !docked.has(id))
  const [first] = dreams
  if (!first) return []
  const above = others.filter(({ place }) => place === 'above')
  const x = Math.max(first.x, ...above.map((cluster) => cluster.x + cluster.w + gap))
  const far = Math.max(...dreams.map((card) => card.x + card.w))
  const span = { from: first.x, to: far, top: Math.min(...dreams.map(({ y }) => y)), bottom: 0 }
  const inner = above.reduce((least, { y, h }) => Math.min(least, -y - h), -first.y - first.h)
  const at = { laneId: first.laneId, place: 'above' as const, y: -inner - size, size }
  return [
    {
      ...one(
        dreams.map(({ id }) => id),
        at,
        x,
      ),
      span: clusterSpan({ ...span, place: 'above', maxW: PILE_W }),
    },
  ]
}
