import { group, type Drawing, type Shape } from '@/lib/drawing/shapes'
import {
  at,
  drawFoot,
  drawHead,
  FOOT_H,
  MARGIN,
  paperSize,
  smallText,
  type PaperChoice,
  type SheetWords,
} from '@/lib/timeline/sheetFrame'
import { drawLegend, type LegendEntry } from './drawLegend'
import { legendOf } from './legend'
import { drawGenogram } from './paint'
import type { GenogramDrawing, GenogramPicture } from './picture'
import type { GenogramTheme } from './theme'

/** What is said around a drawing. */
export type FrameWords = Pick<
  SheetWords,
  'title' | 'heading' | 'question' | 'made' | 'note' | 'sheet' | 'goesOn'
>

/** What sheets and pictures are made of; `how.legend` is of no matter: a file always has its legend. */
export interface GenogramSource {
  picture: GenogramPicture
  how: GenogramDrawing
  words: FrameWords
}

/** Points for a page unit at which ages and years can still be read with ease. */
const SMALLEST = 0.5
const LEGEND_SCALE = 0.7
/** The same for what is seen as a whole, and the room of a legend beside it. Points. */
const SMALLEST_WHOLE = 0.44
const LEGEND_W = 150
/** What two sheets have in common: wider than anybody with their words, so that all are whole on one of them. */
const OVERLAP = 170
/** Dashes that say where a sheet goes on. Points. */
const EDGE: readonly [number, number] = [4, 3]

/**
 * The geno-sociogram on paper, in points: on one sheet as long as it can be read, else spread over several that overlap.
 * Heading, legend and number are on each.
 */
export function genogramSheets(source: GenogramSource, choice: PaperChoice): Drawing[] {
  return sheetsOf(framedOf(source), choice)
}

/** The whole geno-sociogram as one picture with heading and legend, in page units. */
export function genogramPicture(source: GenogramSource): Drawing {
  return pictureFramed(framedOf(source))
}

function framedOf({ picture, how, words }: GenogramSource): Framed {
  const whole = drawGenogram(picture, { ...how, legend: false })
  return { whole, legend: legendOf(picture, how), theme: how.theme, words }
}

/** A drawing without a heading, and what is said around it on paper. */
export interface Framed {
  whole: Drawing
  legend: readonly LegendEntry[]
  theme: GenogramTheme
  words: FrameWords
  /** It is seen as a whole: its legend stands beside it on a lying sheet, and it may be smaller before it is spread. */
  isOne?: boolean
}

/** Any drawing with a legend of signs on sheets of paper, in points. */
export function sheetsOf(framed: Framed, choice: PaperChoice): Drawing[] {
  const { whole, theme, words, isOne = false } = framed
  const size = paperSize(choice)
  const width = size.w - 2 * MARGIN
  const head = drawHead({ words, theme }, width)
  const aside = isOne && size.w > size.h ? drawLegend(framed.legend, LEGEND_W / LEGEND_SCALE, theme) : null
  const high = size.h - 2 * MARGIN - head.h - FOOT_H
  const isBeside = aside !== null && aside.h * LEGEND_SCALE < high
  const legend = isBeside ? aside : drawLegend(framed.legend, width / LEGEND_SCALE, theme)
  const legendH = isBeside ? 0 : legend.h * LEGEND_SCALE + 8
  const room = {
    x: MARGIN,
    y: MARGIN + head.h,
    w: isBeside ? width - LEGEND_W - 12 : width,
    h: high - legendH,
  }
  const smallest = isOne ? SMALLEST_WHOLE : SMALLEST
  const scale = Math.min(1, Math.max(smallest, Math.min(room.w / whole.box.w, room.h / whole.box.h)))
  const across = cuts(whole.box.x, whole.box.w, room.w / scale)
  const down = cuts(whole.box.y, whole.box.h, room.h / scale)
  const parts = down.flatMap((y) => across.map((x) => ({ x: x.from, y: y.from, w: x.size, h: y.size })))
  return parts.map((part, i): Drawing => {
    // What is smaller than its room stands in the middle of it.
    const x = room.x + (room.w - part.w * scale) / 2
    const y = room.y + (room.h - part.h * scale) / 2
    const shapes: Shape[] = [
      { type: 'rect', x: 0, y: 0, ...size, fill: theme.paper },
      ...at(MARGIN, MARGIN, head.shapes),
      { type: 'window', x, y, scale, box: part, shapes: whole.shapes },
      ...edges(part, whole.box, { x, y, scale }, theme.inkSoft),
      isBeside
        ? group(size.w - MARGIN - LEGEND_W, room.y + 8, legend.shapes, { scale: LEGEND_SCALE })
        : group(MARGIN, size.h - MARGIN - FOOT_H - legendH + 4, legend.shapes, { scale: LEGEND_SCALE }),
      ...drawFoot({ words, theme }, size, i + 1, parts.length),
    ]
    return { box: { x: 0, y: 0, ...size }, title: words.title, shapes }
  })
}

/** Any drawing with a legend of signs as one picture with its heading, in page units. */
export function pictureFramed({ whole, legend: entries, theme, words }: Framed): Drawing {
  const width = Math.max(whole.box.w, 560)
  const head = drawHead({ words, theme }, width)
  const legend = drawLegend(entries, width, theme)
  const foot = [words.made, words.note].filter((part) => part !== '').join(' · ')
  const h = 2 * MARGIN + head.h + whole.box.h + legend.h + 8 + FOOT_H
  const box = { x: 0, y: 0, w: width + 2 * MARGIN, h }
  return {
    box,
    title: words.title,
    shapes: [
      { type: 'rect', ...box, fill: theme.paper },
      ...at(MARGIN, MARGIN, head.shapes),
      ...at(MARGIN + (width - whole.box.w) / 2 - whole.box.x, MARGIN + head.h - whole.box.y, whole.shapes),
      ...at(MARGIN, MARGIN + head.h + whole.box.h, legend.shapes),
      smallText(MARGIN, h - MARGIN + 4, foot, theme),
    ],
  }
}

/** Where a length is cut into pieces of at most `most` that overlap; they are equally long. */
function cuts(from: number, length: number, most: number): { from: number; size: number }[] {
  if (length <= most) return [{ from, size: length }]
  const count = Math.ceil((length - OVERLAP) / Math.max(OVERLAP, most - OVERLAP))
  const size = (length - OVERLAP) / count + OVERLAP
  return Array.from({ length: count }, (_, i) => ({ from: from + i * (size - OVERLAP), size }))
}

interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** Dashed edges where the picture goes on on another sheet. */
function edges(part: Box, whole: Box, to: { x: number; y: number; scale: number }, stroke: string): Shape[] {
  const [left, top] = [to.x, to.y]
  const [right, bottom] = [to.x + part.w * to.scale, to.y + part.h * to.scale]
  const line = (x1: number, y1: number, x2: number, y2: number): Shape => ({
    type: 'line',
    x1,
    y1,
    x2,
    y2,
    stroke,
    strokeWidth: 0.8,
    dash: EDGE,
  })
  return [
    ...(part.x > whole.x + 1 ? [line(left, top, left, bottom)] : []),
    ...(part.x + part.w < whole.x + whole.w - 1 ? [line(right, top, right, bottom)] : []),
    ...(part.y > whole.y + 1 ? [line(left, top, right, top)] : []),
    ...(part.y + part.h < whole.y + whole.h - 1 ? [line(left, bottom, right, bottom)] : []),
  ]
}
