import type { Drawing, Shape } from '@/lib/drawing/shapes'
import { hatch } from './hatch'
import { layoutTimeline } from './layout'
import { legendOf } from './legend'
import { drawPart, drawTimeline, wholeCards } from './paint'
import { xOfDay } from './scale'
import {
  at,
  drawHead,
  FOOT_H,
  framed,
  legendFor,
  MARGIN,
  paperSize,
  sheetRoom,
  smallText,
  type PaperChoice,
  type Sheet,
  type SheetSource,
} from './sheetFrame'
import { planSheets, type Line, type PlannedSheet } from './sheetPlan'
import type { TimelineTheme } from './theme'
import type { TimelineLayout } from './types'
import { verticalSheets } from './verticalSheets'

/**
 * The timeline on as many sheets as it takes, in points: lying on a line from left to right, standing from top to
 * bottom. Every card is whole on one of them; heading, legend and number are on each, so that a sheet that lies by
 * itself can be read.
 */
export function timelineSheets(source: SheetSource, line: Line, choice: PaperChoice): Sheet[] {
  return choice.orientation === 'portrait'
    ? verticalSheets(source, line, choice)
    : lyingSheets(source, line, choice)
}

function lyingSheets(source: SheetSource, line: Line, choice: PaperChoice): Sheet[] {
  const size = paperSize(choice)
  const whole = layoutTimeline(line.events, line.lanes, line.settings, line.loops)
  const room = sheetRoom(source, size, legendOf(whole, source.cards))
  const { sheets, scale } = planSheets(line, room)
  const count = sheets.length
  return sheets.map((sheet, i): Sheet => {
    const { layout, part } = sheet
    const seen = wholeCards(layout, part)
    // A single sheet has its drawing in the middle.
    const x = room.x + (count === 1 ? Math.max(0, (room.w - part.w * scale) / 2) : 0)
    const y = room.y + Math.max(0, (room.h - part.h * scale) / 2)
    const shapes = drawPart(layout, source.cards, source.theme, source.words, part)
    const drawing: Shape[] = [
      { type: 'window', x, y, scale, box: part, shapes },
      ...drawOverlaps(sheets, i, { x, y: room.y, scale }, source),
    ]
    return {
      ...framed(source, size, legendOf(layout, source.cards), { n: i + 1, count }, drawing),
      cardIds: seen.map(({ id }) => id),
    }
  })
}

/** The whole timeline as one picture with heading and legend, in page units. */
export function timelinePicture(source: SheetSource, layout: TimelineLayout): Drawing {
  const drawing = drawTimeline(layout, source.cards, source.theme, source.words)
  const width = Math.max(drawing.box.w, 560)
  const head = drawHead(source, width)
  const legend = legendFor(source, legendOf(layout, source.cards), width, 1)
  const { theme, words } = source
  const h = 2 * MARGIN + head.h + drawing.box.h + legend.h + FOOT_H
  const foot = [words.made, words.note].filter((part) => part !== '').join(' · ')
  const box = { x: 0, y: 0, w: width + 2 * MARGIN, h }
  return {
    box,
    title: drawing.title,
    shapes: [
      { type: 'rect', ...box, fill: theme.paper },
      ...at(MARGIN, MARGIN, head.shapes),
      ...at(MARGIN - drawing.box.x, MARGIN + head.h - drawing.box.y, drawing.shapes),
      ...at(MARGIN, MARGIN + head.h + drawing.box.h, legend.shapes),
      smallText(MARGIN, h - MARGIN + 4, foot, theme),
    ],
  }
}

/** Hatched strips above the drawing: the time below them is on the next or the previous sheet as well. */
function drawOverlaps(
  sheets: readonly PlannedSheet[],
  i: number,
  { x, y, scale }: { x: number; y: number; scale: number },
  { words, theme }: SheetSource,
): Shape[] {
  const sheet = sheets[i]
  if (!sheet?.time) return []
  const { part, layout, time } = sheet
  const [before, after] = [sheets[i - 1]?.time, sheets[i + 1]?.time]
  const toX = (day: number) => x + (xOfDay(day, layout.scale) - part.x) * scale
  const [left, right] = [x, x + part.w * scale]
  return [
    ...(before && before.to > time.from
      ? strip({ from: left, to: Math.min(right, toX(before.to)), y }, words.alsoOn(i), 'start', theme)
      : []),
    ...(after && after.from < time.to
      ? strip({ from: Math.max(left, toX(after.from)), to: right, y }, words.alsoOn(i + 2), 'end', theme)
      : []),
  ]
}

function strip(
  { from, to, y }: { from: number; to: number; y: number },
  text: string,
  anchor: 'start' | 'end',
  theme: TimelineTheme,
): Shape[] {
  const box = { x: from, y: y - 5, w: to - from, h: 4 }
  return [
    { type: 'path', d: hatch(box, 5), stroke: theme.inkSoft, strokeWidth: 0.7 },
    smallText(anchor === 'start' ? from : to, y - 8, text, theme, anchor),
  ]
}
