import { polyline } from '@/lib/drawing/path'
import { group, type Shape } from '@/lib/drawing/shapes'
import { LOCK } from '@/lib/timeline/icons'
import type { LinePart, RelationForm } from './relationForms'
import { beside, dashed, placeAt, stretch, zigzag, type Place, type Way } from './way'

/** Colours of one line. `paper` fills what lies on the line: rings, boxes, letters. */
export interface LineColours {
  stroke: string
  paper: string
}

const WIDTH = 1.8

/**
 * A relation line along its way, without words. `letter` is shown in a ring when the form asks for one, `support` in
 * small tags beside the middle, a `secret` and the lock of what is `reserved` in the middle or before the sign that
 * stands there. Total: on a way too short for a sign the sign is all that is seen.
 */
export function drawRelation(
  way: Way,
  form: RelationForm,
  colours: LineColours,
  signs: { letter: string; support: readonly string[]; secret: boolean; reserved: boolean },
): Shape[] {
  const head = form.parts.find((part) => part.part === 'head')
  const end = Math.max(way.length / 2, way.length - (head ? REACH[head.form] : 0))
  const shapes = form.parts.flatMap((part) => drawPart(way, part, end, colours))
  if (form.letter && signs.letter !== '') shapes.push(...drawLetter(way, signs.letter, colours))
  const taken = form.letter || form.parts.some(({ part }) => MIDDLE.has(part))
  const own = [...(signs.secret ? [secretAround] : []), ...(signs.reserved ? [lockOn] : [])]
  own.forEach((draw, i) => {
    const back = (i + (taken ? 1 : 0)) * PITCH
    shapes.push(...draw(placeAt(way, Math.max(0, way.length / 2 - back)), colours))
  })
  return [...shapes, ...drawSupport(way, signs.support, taken || own.length > 0 ? PITCH : 0, colours)]
}

/** Between the middles of two signs on a line. */
const PITCH = 21

/** Parts that stand in the middle of a line. */
const MIDDLE: ReadonlySet<string> = new Set(['rings', 'crossedBox', 'x', 'bond', 'cut'])

/** How far before the end of the way the line itself stops for a head. */
const REACH = { filled: 12, hollow: 13, open: 1, double: 1 } as const

function drawPart(way: Way, part: LinePart, end: number, { stroke, paper }: LineColours): Shape[] {
  const middle = placeAt(way, way.length / 2)
  const pen = { stroke, strokeWidth: WIDTH, round: true } as const
  switch (part.part) {
    case 'line': {
      const { left = 0, dash, width = WIDTH } = part
      const d = dash ? dashed(way, dash, 0, end, left) : polyline(stretch(way, 0, end, left))
      return [{ type: 'path', d, stroke, strokeWidth: width, round: dash === undefined || dash[0]! < 1 }]
    }
    case 'zigzag': {
      // An open head stands on a straight end.
      const last = way.length - end === REACH.open ? Math.max(end / 2, end - 10) : end
      const d = zigzag(way, part.amp, part.half, 0, last) + polyline(stretch(way, last, end))
      const line = { type: 'path', d, ...pen, strokeWidth: part.width ?? WIDTH } as const
      return part.core ? [line, { ...line, stroke: paper, strokeWidth: part.core }] : [line]
    }
    case 'ticks': {
      const count = Math.max(1, Math.floor((end - 4) / part.step))
      const start = (end - (count - 1) * part.step) / 2
      let d = ''
      for (let i = 0; i < count; i++) d += across(placeAt(way, start + i * part.step), part.length / 2)
      return [{ type: 'path', d, stroke, strokeWidth: 1.2 }]
    }
    case 'chain': {
      const count = Math.max(1, Math.round(way.length / 10))
      const step = way.length / count
      return Array.from({ length: count }, (_, i) => {
        const { x, y } = placeAt(way, (i + 0.5) * step)
        return { type: 'circle', cx: x, cy: y, r: 4.5, stroke, strokeWidth: 1.6 }
      })
    }
    case 'rings':
      return [
        ...part.at.map((along) => ring(beside(middle, along, 0), part.r, { ...pen, fill: paper })),
        // The first once more, so that two that overlap are both whole.
        ...part.at.slice(0, 1).map((along) => ring(beside(middle, along, 0), part.r, pen)),
      ]
    case 'crossedBox': {
      const h = part.side / 2
      const box = [beside(middle, -h, h), beside(middle, h, h), beside(middle, h, -h), beside(middle, -h, -h)]
      return [
        { type: 'path', d: polyline(box, true), ...pen, fill: paper },
        { type: 'path', d: cross(middle, h), ...pen, strokeWidth: 1.4 },
      ]
    }
    case 'x':
      return [{ type: 'path', d: cross(middle, part.half), ...pen, strokeWidth: 2.2 }]
    case 'bond': {
      const bar = (left: number) => polyline([beside(middle, -3.5, left), beside(middle, 3.5, left)])
      return [
        ring(middle, 7, { ...pen, fill: paper }),
        { type: 'path', d: bar(1.9) + bar(-1.9), ...pen, strokeWidth: 1.6 },
      ]
    }
    case 'cut': {
      const [a, b] = [way.length / 2 - part.gap / 2, way.length / 2 + part.gap / 2]
      const half = (from: number, to: number) =>
        part.dash ? dashed(way, part.dash, from, to) : polyline(stretch(way, from, to))
      const bars = across(placeAt(way, a), 9) + across(placeAt(way, b), 9)
      return [
        { type: 'path', d: half(0, a) + half(b, way.length), stroke, strokeWidth: WIDTH, round: !part.dash },
        { type: 'path', d: bars, ...pen, strokeWidth: 2.2 },
        ...(part.ring ? [ring(middle, part.ring, pen)] : []),
      ]
    }
    case 'head':
      return drawHead(placeAt(way, way.length), part.form, { stroke, paper })
  }
}

function drawHead(tip: Place, form: 'filled' | 'hollow' | 'open' | 'double', colours: LineColours): Shape[] {
  const { stroke, paper } = colours
  const pen = { stroke, strokeWidth: WIDTH, round: true } as const
  const chevron = (back: number) =>
    polyline([beside(tip, -back - 10, 6), beside(tip, -back, 0), beside(tip, -back - 10, -6)])
  if (form === 'open') return [{ type: 'path', d: chevron(1), ...pen, strokeWidth: 2 }]
  if (form === 'double') return [{ type: 'path', d: chevron(1) + chevron(8), ...pen, strokeWidth: 2 }]
  const d = polyline([beside(tip, -13, 7), beside(tip, 0, 0), beside(tip, -13, -7)], true)
  return [
    {
      type: 'path',
      d,
      ...pen,
      strokeWidth: form === 'hollow' ? WIDTH : 1,
      fill: form === 'hollow' ? paper : stroke,
    },
  ]
}

function drawLetter(way: Way, letter: string, { stroke, paper }: LineColours): Shape[] {
  const { x, y } = placeAt(way, way.length / 2)
  return [
    { type: 'circle', cx: x, cy: y, r: 7.5, fill: paper, stroke, strokeWidth: 1.4 },
    { type: 'text', x, y: y + 3.6, text: letter, px: 10, weight: 'bold', fill: stroke, anchor: 'middle' },
  ]
}

/**
 * A secret around a line: an open triangle with a dashed edge, where that at a person is filled. It stands upright,
 * however aslant the line is.
 */
function secretAround({ x, y }: Place, { stroke, paper }: LineColours): Shape[] {
  const d = polyline(
    [
      { x, y: y - 8 },
      { x: x + 8, y: y + 6 },
      { x: x - 8, y: y + 6 },
    ],
    true,
  )
  return [{ type: 'path', d, fill: paper, stroke, strokeWidth: 1.6, dash: [3, 2] }]
}

/** For some eyes only: the lock that stands at a person too. */
function lockOn({ x, y }: Place, { stroke, paper }: LineColours): Shape[] {
  return [
    { type: 'circle', cx: x, cy: y, r: 9, fill: paper },
    group(x - 6.4, y - 6.8, [{ type: 'path', d: LOCK, stroke, strokeWidth: 1.6, round: true }], {
      scale: 0.8,
    }),
  ]
}

/** Tags in a row along the line, around its middle, or after the sign that stands there. */
function drawSupport(
  way: Way,
  letters: readonly string[],
  before: number,
  { stroke, paper }: LineColours,
): Shape[] {
  const pitch = 18
  return letters.flatMap((text, i): Shape[] => {
    const along = before > 0 ? before + i * pitch : (i - (letters.length - 1) / 2) * pitch
    const { x, y } = placeAt(way, Math.min(way.length, way.length / 2 + along))
    return [
      { type: 'rect', x: x - 7, y: y - 7, w: 14, h: 14, rx: 3, fill: paper, stroke, strokeWidth: 1.2 },
      { type: 'text', x, y: y + 3.6, text, px: 10, weight: 'bold', fill: stroke, anchor: 'middle' },
    ]
  })
}

function ring(
  { x, y }: { x: number; y: number },
  r: number,
  paint: { stroke: string; fill?: string },
): Shape {
  return { type: 'circle', cx: x, cy: y, r, ...paint }
}

/** A short line square on the way. */
function across(place: Place, half: number): string {
  return polyline([beside(place, 0, half), beside(place, 0, -half)])
}

/** Two diagonals around a place. */
function cross(place: Place, half: number): string {
  return (
    polyline([beside(place, -half, half), beside(place, half, -half)]) +
    polyline([beside(place, -half, -half), beside(place, half, half)])
  )
}
