import { polyline } from '@/lib/drawing/path'
import { group, type Shape } from '@/lib/drawing/shapes'
import { around, grown } from '@/lib/genogram/boxes'
import { type LegendEntry, SIGN_H, SIGN_W } from '@/lib/genogram/drawLegend'
import { drawLabel } from '@/lib/genogram/symbols/drawLabel'
import { drawSymbol } from '@/lib/genogram/symbols/person'
import type { GenogramStyle, PersonContent } from '@/lib/genogram/types'
import { wrapText } from '@/lib/text/wrap'
import { groundText } from '../drawing/words'
import type { StakesDrawing } from '../picture'
import type { Box } from '../types'
import { MARK_R, type PlacedMark, type PlacedSpread, type SpreadLayout } from './layout'

/** All that the comparison of a round shows. */
export interface SpreadPicture {
  layout: SpreadLayout
  people: ReadonlyMap<string, PersonContent>
  style: GenogramStyle
  question: string
}

export interface SpreadDrawing extends StakesDrawing {
  /** Name of a principal; null when nobody can say. */
  nameOf: (principal: string) => string | null
  /** What the columns of a form say, by step. */
  steps: Readonly<Record<'nearness' | 'stance', Readonly<Record<string, string>>>>
}

/** A part of the comparison: what lies under all, or one stakeholder with the marks of everybody. `id`: of the stakeholder. */
export interface SpreadPiece {
  kind: 'field' | 'spread'
  id: string
  box: Box
  shapes: readonly Shape[]
}

/** Half the width of the band between marks. */
const BAND = MARK_R + 6
const QUESTION_PX = 17

/** The comparison of a round in the order of drawing. */
export function spreadPieces(picture: SpreadPicture, how: SpreadDrawing): SpreadPiece[] {
  const { layout, people } = picture
  const ground = drawGround(picture, how)
  return [
    { kind: 'field', id: 'spread', ...ground },
    ...layout.rows.flatMap((row): SpreadPiece[] => {
      const content = people.get(row.subject)
      if (!content) return []
      const shapes = [...drawBand(row, how), ...row.marks.flatMap((mark) => drawMark(mark, how))]
      return [
        {
          kind: 'spread',
          id: row.subject,
          box: row.all,
          shapes: [...drawWho(row, content, picture, how), group(0, 0, shapes, { title: content.name })],
        },
      ]
    }),
  ]
}

/** The signs of the comparison: a mark with a name, one without, and the band between them. */
export function spreadLegend({ layout }: SpreadPicture, how: SpreadDrawing): LegendEntry[] {
  const marks = layout.rows.flatMap((row) => row.marks)
  const { named, unnamed, band } = how.words.drawn.spread
  const middle = { x: SIGN_W / 2, y: SIGN_H / 2 }
  const isNamed = ({ by }: PlacedMark) => by !== null && how.nameOf(by) !== null
  const sign = (by: string | null) => drawMark({ by, ...middle }, how)
  const first = marks.find(isNamed)
  return [
    ...(first ? [{ key: 'named', name: named, shapes: sign(first.by) }] : []),
    ...(marks.some((mark) => !isNamed(mark)) ? [{ key: 'unnamed', name: unnamed, shapes: sign(null) }] : []),
    ...(layout.rows.some(({ hull }) => hull.length > 1)
      ? [
          {
            key: 'band',
            name: band,
            shapes: bandOf(
              [
                { x: 16, y: middle.y },
                { x: SIGN_W - 16, y: middle.y },
              ],
              how,
              9,
            ),
          },
        ]
      : []),
  ]
}

function drawGround({ layout, question }: SpreadPicture, how: SpreadDrawing): { shapes: Shape[]; box: Box } {
  const { theme, steps } = how
  const { form, bounds, columns, column, rows } = layout
  const said = form === 'rings' ? steps.nearness : steps.stance
  const bottom = bounds.y + bounds.h
  const lines = wrapText(question.trim(), Math.max(360, bounds.w), QUESTION_PX, 'bold', 3)
  const top = form === 'grid' ? bounds.y - 28 : bounds.y
  const shapes: Shape[] = [
    ...lines.map((text, i): Shape => ({
      type: 'text',
      x: bounds.x,
      y: top - (lines.length - 1 - i) * 23,
      text,
      px: QUESTION_PX,
      weight: 'bold',
      fill: theme.ink,
    })),
    ...columns.flatMap(({ step, x }, i): Shape[] => [
      ...wrapText(said[step] ?? '', column - 16, 15, 'bold', 2).map((text, line, all) =>
        groundText(
          text,
          { x: x + column / 2, y: -14 - (all.length - 1 - line) * 18, anchor: 'middle' },
          'name',
          theme,
        ),
      ),
      ...(i === 0
        ? []
        : [
            {
              type: 'line',
              x1: x,
              y1: 0,
              x2: x,
              y2: bottom,
              stroke: theme.line,
              strokeWidth: 1.5,
              dash: [2, 6],
              round: true,
            } as const,
          ]),
    ]),
    ...(form === 'grid'
      ? rows.flatMap(({ box }) => smallField(box, how))
      : rows.map(({ box }): Shape => ({
          type: 'line',
          x1: bounds.x,
          y1: box.y,
          x2: box.x + box.w,
          y2: box.y,
          stroke: theme.line,
          strokeWidth: 1.5,
        }))),
  ]
  const room = { ...bounds, y: top - lines.length * 23, h: bottom - top + lines.length * 23 + 24 }
  return { shapes, box: grown(form === 'grid' ? around([room, grown(bounds, 24)])! : room, 2) }
}

/** Interest across and influence upwards, with its four quarters. */
function smallField({ x, y, w, h }: Box, { theme, words }: SpreadDrawing): Shape[] {
  const { more } = words.drawn.grid
  const pen = { stroke: theme.line, strokeWidth: 1.5 } as const
  return [
    { type: 'rect', x, y, w, h, rx: 6, fill: theme.surface, ...pen },
    { type: 'line', x1: x + w / 2, y1: y, x2: x + w / 2, y2: y + h, ...pen, dash: [2, 6], round: true },
    { type: 'line', x1: x, y1: y + h / 2, x2: x + w, y2: y + h / 2, ...pen, dash: [2, 6], round: true },
    groundText(`↑ ${more.influence}`, { x, y: y - 6 }, 'small', theme),
    groundText(`${more.interest} →`, { x: x + w, y: y + h + 17, anchor: 'end' }, 'small', theme),
  ]
}

/** The symbol, and its words beside it. */
function drawWho(
  { symbol, words: at }: PlacedSpread,
  content: PersonContent,
  { style }: SpreadPicture,
  { theme, words }: SpreadDrawing,
): Shape[] {
  const label = drawLabel(content, 0, theme).map((shape): Shape => {
    return shape.type === 'text' ? { ...shape, anchor: 'start' } : shape
  })
  return [
    group(symbol.x, symbol.y, drawSymbol(content, style, theme, words.genogram)),
    group(at.x, at.y, label),
  ]
}

const drawBand = ({ hull }: PlacedSpread, how: SpreadDrawing): Shape[] =>
  hull.length > 1 ? bandOf(hull, how, BAND) : []

/** Quiet: everybody's marks matter more than what lies between them. */
function bandOf(hull: readonly { x: number; y: number }[], { theme }: SpreadDrawing, half: number): Shape[] {
  const d = polyline(hull, hull.length > 2)
  const { soft } = theme.tints.unknown
  return [
    // An edge of its own, so that a grey printer shows it too.
    { type: 'path', d, stroke: theme.line, strokeWidth: 2 * half + 3, round: true },
    {
      type: 'path',
      d,
      ...(hull.length > 2 && { fill: soft }),
      stroke: soft,
      strokeWidth: 2 * half,
      round: true,
    },
  ]
}

/** Who gave their name has its first letters in the mark; who did not has an open one. */
function drawMark(
  { x, y, by }: Pick<PlacedMark, 'x' | 'y' | 'by'>,
  { theme, nameOf }: SpreadDrawing,
): Shape[] {
  const name = by === null ? null : nameOf(by)
  if (name === null)
    return [
      {
        type: 'circle',
        cx: x,
        cy: y,
        r: MARK_R,
        fill: theme.surface,
        stroke: theme.ink,
        strokeWidth: 1.5,
        dash: [3, 2.5],
      },
    ]
  return [
    { type: 'circle', cx: x, cy: y, r: MARK_R, fill: theme.ink, stroke: theme.surface, strokeWidth: 1 },
    {
      type: 'text',
      x,
      y: y + 4,
      text: lettersOf(name),
      px: 11,
      weight: 'bold',
      fill: theme.surface,
      anchor: 'middle',
    },
  ]
}

/** "An" of Ann, "OH" of Oma Hetty. */
function lettersOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  const [first = '', second] = words
  return second === undefined
    ? Array.from(first).slice(0, 2).join('')
    : `${Array.from(first)[0] ?? ''}${Array.from(second)[0] ?? ''}`
}
