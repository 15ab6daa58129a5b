import { stemPath } from '@/lib/timeline/stem'
import type { CardContent, PlacedMark, TimelineLayout } from '@/lib/timeline/types'
import type { Box } from '@/lib/timeline/view'

/** Width of what is drawn in one piece: what is out of view is not painted. Page units. */
const STRETCH = 1_200
/** Room around a piece for what is drawn over its edges (rims, arrows, words). Page units. */
const MARGIN = 40

/** Words of what lies under the cards. */
export interface AxisWords {
  now: string
  dock: string
  /** "3 jaar niets genoteerd", by number of years. */
  nothing: (years: number) => string
  /** What stands at a roundabout that nobody has said yes to. */
  proposal: string
}

/** A date with the colour and kind of its event. */
interface Mark {
  mark: PlacedMark
  tint: CardContent['tint']
  kind: CardContent['kind']
}

/** A piece of what lies under the cards. */
export type AxisPart =
  | {
      /** Behind everything: eras, bands and lines of lanes, docks. */
      name: 'back'
      eras: (TimelineLayout['eras'][number] & { title: string })[]
      lanes: TimelineLayout['lanes']
      docks: TimelineLayout['docks']
      dockTitle: string
      x0: number
      x1: number
    }
  | {
      /** Stems and dates of a stretch. */ name: 'stretch'
      stems: { d: string; tint: string }[]
      marks: Mark[]
    }
  | {
      /** Over the stems: the line, years and ages, breaks, roundabouts, loops, periods that go on for long. */
      name: 'front'
      axis: TimelineLayout['axis']
      yearsY: number
      now: string
      breaks: (TimelineLayout['breaks'][number] & { words: string })[]
      roundabouts: (TimelineLayout['roundabouts'][number] & { note: string })[]
      loops: TimelineLayout['loops']
      marks: Mark[]
    }

export interface PlacedPart {
  id: string
  box: Box
  part: AxisPart
}

/** Cuts what lies under the cards into pieces: back, stretches from left to right, front. */
export function axisParts(
  layout: TimelineLayout,
  content: ReadonlyMap<string, CardContent>,
  words: AxisWords,
): PlacedPart[] {
  const { bounds, axis } = layout
  const marks = layout.marks.map((mark): Mark => {
    const { tint = 'unknown', kind = 'family' } = content.get(mark.id) ?? {}
    return { mark, tint, kind }
  })
  const placed = new Set(layout.roundabouts.map(({ id }) => id))
  const own = marks.filter(({ mark }) => !placed.has(mark.id))
  const back: AxisPart = {
    name: 'back',
    eras: layout.eras.map((era) => ({ ...era, title: content.get(era.id)?.title ?? '' })),
    lanes: layout.lanes,
    docks: layout.docks,
    dockTitle: words.dock,
    x0: axis.x0,
    x1: axis.x1,
  }
  const front: AxisPart = {
    name: 'front',
    axis,
    yearsY: layout.bend.below.from,
    now: words.now,
    breaks: layout.breaks.map((one) => ({ ...one, words: words.nothing(one.years) })),
    roundabouts: layout.roundabouts.map((one) => ({
      ...one,
      note: content.get(one.id)?.proposed ? words.proposal : '',
    })),
    loops: layout.loops,
    marks: own.filter(({ mark }) => mark.w > STRETCH),
  }
  const whole = grown(bounds)
  return [
    { id: 'back', box: whole, part: back },
    ...stretches(
      layout,
      content,
      own.filter(({ mark }) => mark.w <= STRETCH),
    ),
    { id: 'front', box: whole, part: front },
  ]
}

function stretches(
  layout: TimelineLayout,
  content: ReadonlyMap<string, CardContent>,
  marks: readonly Mark[],
): PlacedPart[] {
  const pieces = new Map<number, { stems: { d: string; tint: string }[]; marks: Mark[]; box: Box | null }>()
  const pieceAt = (x: number) => {
    const i = Math.floor(x / STRETCH)
    const piece = pieces.get(i) ?? { stems: [], marks: [], box: null }
    pieces.set(i, piece)
    return piece
  }
  for (const card of layout.cards) {
    const { id, stemX, poleX, baseY, y, h } = card
    if (stemX === null || poleX === null) continue
    const piece = pieceAt(stemX)
    piece.stems.push({ d: stemPath(card, layout), tint: content.get(id)?.tint ?? 'unknown' })
    const [top, bottom] = [Math.min(baseY, y), Math.max(baseY, y + h)]
    const x = Math.min(stemX, poleX)
    piece.box = around(piece.box, { x, y: top, w: Math.abs(stemX - poleX), h: bottom - top })
  }
  for (const one of marks) {
    const { x, w, baseY } = one.mark
    const piece = pieceAt(x)
    piece.marks.push(one)
    // As far as tracks reach.
    piece.box = around(piece.box, { x, y: baseY - 60, w, h: 120 })
  }
  return [...pieces]
    .sort(([a], [b]) => a - b)
    .flatMap(([i, { stems, marks, box }]) =>
      box ? [{ id: String(i), box: grown(box), part: { name: 'stretch' as const, stems, marks } }] : [],
    )
}

function around(a: Box | null, b: Box): Box {
  if (!a) return b
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y }
}

const grown = ({ x, y, w, h }: Box): Box => ({
  x: x - MARGIN,
  y: y - MARGIN,
  w: w + 2 * MARGIN,
  h: h + 2 * MARGIN,
})
