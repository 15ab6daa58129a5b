import { inCells } from './cells'
import { dockOf } from './dock'
import { cardsOf, measureAcross, type LaneAcross, type LaneAlong, type Place } from './laneBand'
import { layLoops, placeLoops, type LoopsAlong } from './loops'
import { CARD_H, FOLD_H, LANE_GAP, LANE_PAD, ROW_GAP, SIDE_LABEL_GAP, SIDE_LABEL_H } from './metrics'
import { layJunctions, placeJunctions, type JunctionsAlong } from './roundabouts'
import type {
  PlacedCard,
  PlacedCluster,
  PlacedLane,
  PlacedMark,
  PlacedRoundabout,
  TimelineEvent,
  TimelineLayout,
  TimelineLoop,
} from './types'

/** A lane with its place on the picture. */
export interface LaidLane {
  placed: PlacedLane
  across: LaneAcross
  /** Baseline of its name. */
  labelY: number
}

interface Laid {
  lanes: LaidLane[]
  first: Record<Place, LaidLane>
  stems: PlacedCard[]
  docked: PlacedCard[]
  docks: TimelineLayout['docks']
  folded: PlacedCluster[]
  marks: PlacedMark[]
  roundabouts: PlacedRoundabout[]
  loops: TimelineLayout['loops']
}

interface Around {
  undated: readonly { event: TimelineEvent; laneId: string }[]
  loops: readonly TimelineLoop[]
  /** Right edge of the docks. */
  dockRight: number
  dreamRows: number
  unseenWord: string
}

/** Clusters of a collapsed lane: their width and the room between two. */
const FOLD_W = 44
const FOLD_GAP = 6

/** Puts lanes outside each other, from the axis outward on both sides; `along` in order, each place nearest first. */
export function layLanes(along: readonly LaneAlong[], around: Around): Laid {
  const axisLane = Object.fromEntries(
    (['above', 'below'] as const).map((place) => [
      place,
      along.find(({ lane }) => lane.place === place)?.lane.id,
    ]),
  ) as Record<Place, string>
  const fans = fansOf(along, axisLane, around.unseenWord)
  const loops = loopsOf(along, axisLane.above, around.loops)
  const edges: Record<Place, number> = { above: 0, below: 0 }
  const laid: Omit<Laid, 'first' | 'roundabouts' | 'loops'> = {
    lanes: [],
    stems: [],
    docked: [],
    docks: [],
    folded: [],
    marks: [],
  }
  for (const one of along) {
    const { id, place, collapsed = false } = one.lane
    const up = place === 'above' ? -1 : 1
    const isFirst = id === axisLane[place]
    const inner = edges[place]
    const base = isFirst ? 0 : inner + LANE_GAP
    const across = measureAcross(one, {
      exitRows: fans.get(id)?.rows ?? 0,
      loopRows: loops.get(id)?.rows ?? 0,
      years: isFirst && place === 'below',
    })
    const ids = around.undated.filter(({ laneId }) => laneId === id).map(({ event }) => event.id)
    const dock = collapsed ? null : dockOf(ids, one.lane, around.dockRight, base + across.near)
    const dreams = isFirst && place === 'above' ? around.dreamRows : 0
    const far =
      base +
      Math.max(
        across.far,
        across.near + dreams * (CARD_H + ROW_GAP) - ROW_GAP,
        dock ? across.near + dock.dock.h : 0,
      )
    const outer = far + SIDE_LABEL_GAP + SIDE_LABEL_H + LANE_PAD
    edges[place] = outer
    const baseY = base === 0 ? 0 : base * up
    if (dock) {
      laid.docks.push(dock.dock)
      laid.docked.push(...dock.cards.map((card) => ({ ...card, baseY })))
    }
    if (collapsed) laid.folded.push(...foldedOf(one, ids, baseY, across.near, around.dockRight))
    laid.stems.push(...cardsOf(one, across, baseY))
    laid.marks.push(...one.marks.map((mark) => ({ ...mark, baseY })))
    laid.lanes.push({
      placed: {
        id,
        place,
        baseY,
        y: place === 'above' ? -outer : inner,
        h: outer - inner,
        collapsed,
        count: one.dated.length + ids.length,
        bend: across.bend,
      },
      across,
      labelY: up * (far + SIDE_LABEL_GAP) + (place === 'above' ? 0 : SIDE_LABEL_H),
    })
  }
  const laneById = new Map(laid.lanes.map((lane) => [lane.placed.id, lane]))
  const first = {
    above: laneById.get(axisLane.above) as LaidLane,
    below: laneById.get(axisLane.below) as LaidLane,
  }
  const lineOf = (eventId: string) => {
    const card = cardById.get(eventId)
    return { y: card?.baseY ?? 0, place: card?.place ?? 'above' }
  }
  const cardById = new Map(laid.stems.map((card) => [card.id, card]))
  const line = ({ placed }: LaidLane, from: number) => {
    return { baseY: placed.baseY, from, up: placed.place === 'above' ? (-1 as const) : (1 as const) }
  }
  return {
    ...laid,
    first,
    roundabouts: laid.lanes.flatMap((lane) => {
      const fan = fans.get(lane.placed.id)
      return fan ? placeJunctions(fan, (id) => lineOf(id).y, line(lane, lane.across.exitsFrom)) : []
    }),
    loops: laid.lanes.flatMap((lane) => {
      const own = loops.get(lane.placed.id)
      return own ? placeLoops(own, lineOf, line(lane, lane.across.loopsFrom)) : []
    }),
  }
}

/** Roundabouts by the lane in which their ways out fan: above the axis for both lanes at it, where no years stand. */
function fansOf(
  along: readonly LaneAlong[],
  axisLane: Record<Place, string>,
  unseenWord: string,
): ReadonlyMap<string, JunctionsAlong> {
  const fans = new Map<string, { id: string; x: number; exits: TimelineEvent['exits'] }[]>()
  for (const { lane, dated, flags } of along) {
    const target = lane.id === axisLane.below ? axisLane.above : lane.id
    const feet = new Map(flags.map(({ id, foot }) => [id, foot]))
    for (const { event } of dated) {
      const x = feet.get(event.id)
      if (event.kind !== 'roundabout' || x === undefined) continue
      fans.set(target, [...(fans.get(target) ?? []), { id: event.id, x, exits: event.exits }])
    }
  }
  return new Map(
    [...fans].map(([id, own]) => {
      const junctions = own.map((one) => ({ ...one, exits: one.exits ?? [] }))
      junctions.sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1))
      return [id, layJunctions(junctions, unseenWord)]
    }),
  )
}

/** Loops by the lane in which they are drawn: their own when it is one, else above the axis. */
function loopsOf(
  along: readonly LaneAlong[],
  shared: string,
  loops: readonly TimelineLoop[],
): ReadonlyMap<string, LoopsAlong> {
  const at = new Map(
    along.flatMap(({ lane, flags }) => flags.map(({ id, foot }) => [id, { laneId: lane.id, foot }])),
  )
  const byLane = new Map<string, TimelineLoop[]>()
  for (const loop of loops) {
    const lanes = new Set(loop.eventIds.flatMap((id) => at.get(id)?.laneId ?? []))
    const [only = shared] = lanes
    const laneId = lanes.size === 1 ? only : shared
    byLane.set(laneId, [...(byLane.get(laneId) ?? []), loop])
  }
  return new Map([...byLane].map(([id, own]) => [id, layLoops(own, (eventId) => at.get(eventId)?.foot)]))
}

/** The events of a collapsed lane on its line; those without a date together at its left. */
function foldedOf(
  { lane, marks }: LaneAlong,
  undated: readonly string[],
  baseY: number,
  near: number,
  right: number,
): PlacedCluster[] {
  const y = lane.place === 'above' ? baseY - near - FOLD_H : baseY + near
  const at = { laneId: lane.id, place: lane.place, y, size: FOLD_W, gap: FOLD_GAP, h: FOLD_H }
  const spots = marks.map(({ id, x }) => ({ id, x, top: baseY, bottom: baseY }))
  const dated = inCells(spots, at, baseY)
  const [first] = undated
  if (first === undefined) return dated
  const x = Math.min(right, ...dated.map((one) => one.x - FOLD_GAP)) - FOLD_W
  const box = { x, y, w: FOLD_W, h: FOLD_H }
  return [{ id: first, laneId: lane.id, place: lane.place, ids: [...undated], ...box, span: box }, ...dated]
}
