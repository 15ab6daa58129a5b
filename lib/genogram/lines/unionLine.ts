import { polyline } from '@/lib/drawing/path'
import type { Shape, TextShape } from '@/lib/drawing/shapes'
import { textWidth } from '@/lib/text/widths'
import { plated } from '@/lib/timeline/plate'
import { toneColour, type GenogramTheme } from '../theme'
import type { GenogramStyle, PlacedUnion, UnionContent } from '../types'
import { letterOf, type GenogramWords } from '../words'
import { withJumps } from './jumps'
import { drawMoreChildren } from './moreChildren'
import { unionDates } from './unionDates'
import { phaseTypeOf, SLASHES, unionForm, type UnionForm } from './unionForms'
import { acrossOf, unionPoints } from './unionPoints'
import { beside, dashed, placeAt, stretch, wayOfPoints, type Place } from './way'

const WIDTH = 2
/** Size of letters on a line. */
const SMALL_PX = 11

/** The line of a couple with what ended or mended it, and the line down to its children. In page units. */
export function drawUnion(
  union: PlacedUnion,
  content: UnionContent,
  style: GenogramStyle,
  theme: GenogramTheme,
  words: GenogramWords,
): Shape[] {
  const way = wayOfPoints(withJumps(unionPoints(union), union.jumps))
  const down = drawDrop(union, theme)
  if (way.length === 0) return down
  const form = unionForm(content.base, style.profile)
  const stroke = toneColour(form.tone ?? 'plain', theme)
  const at = spots(union)
  // A relation "apart together" is open at its word.
  const word = letterOf(words.legend.short, phaseTypeOf(content.base))
  const open = textWidth(word, SMALL_PX, 'bold') / 2 + 4
  const parts =
    form.sign === 'gap'
      ? ([
          [0, at.sign - open],
          [at.sign + open, way.length],
        ] as const)
      : ([[0, way.length]] as const)
  const shapes = tracks(form, union.related).flatMap((left) =>
    parts.map(([from, to]): Shape => {
      const d = form.dash ? dashed(way, form.dash, from, to, left) : polyline(stretch(way, from, to, left))
      return { type: 'path', d, stroke, strokeWidth: WIDTH, round: !form.dash || form.dash[0]! < 1 }
    }),
  )
  const sign = drawSign(placeAt(way, at.sign), form, word, stroke, theme)
  return [
    ...shapes,
    ...down,
    ...sign,
    ...drawSlashes(placeAt(way, at.slashes), content, theme, words),
    ...drawMoreChildren(union, content, theme),
    ...unionDates(union, content, style.profile, theme.inkSoft).flatMap((text) =>
      plated(text, theme.paper, always),
    ),
  ]
}

function tracks({ double }: UnionForm, related: boolean): readonly number[] {
  if (double) return related ? [5, 0, -5] : [2.5, -2.5]
  return related ? [3, -3] : [0]
}

/** Slashes are as wide as this to both sides, and keep off the line to the children. */
const SLASHES_REACH = 22

/**
 * Slashes stand at 30 % of the part across and other signs at 70 %. Where the line to the children is near, the slashes
 * stand in the middle of what is left of it, or on the other side where there is more room.
 */
function spots(union: PlacedUnion): { slashes: number; sign: number } {
  const { from, to } = acrossOf(union)
  const { line, drop } = union
  const [low, high] = [from + (to - from) * 0.3, from + (to - from) * 0.7]
  if (!drop || !line) return { slashes: low, sign: high }
  const children = from + Math.abs(drop.x - line.x1)
  const [left, right] = [children - from, to - children]
  if (Math.abs(low - children) >= SLASHES_REACH) return { slashes: low, sign: high }
  if (left >= right - 1) return { slashes: Math.min(low, from + left / 2), sign: high }
  return { slashes: children + right / 2, sign: low }
}

function drawDrop({ drop, barY, bar, jumps }: PlacedUnion, theme: GenogramTheme): Shape[] {
  if (!drop || barY === null) return []
  const down = polyline(withJumps([drop, { x: drop.x, y: barY }], jumps))
  // A single child hangs straight down: a bar of no length would be drawn as a dot.
  const across =
    bar && bar.x1 !== bar.x2
      ? polyline(
          withJumps(
            [
              { x: bar.x1, y: barY },
              { x: bar.x2, y: barY },
            ],
            jumps,
          ),
        )
      : ''
  return [{ type: 'path', d: down + across, stroke: theme.ink, strokeWidth: WIDTH, round: true }]
}

function drawSign(
  place: Place,
  { sign }: UnionForm,
  word: string,
  stroke: string,
  theme: GenogramTheme,
): Shape[] {
  const { x, y } = place
  const pen = { stroke, strokeWidth: 1.8, round: true } as const
  switch (sign) {
    case undefined:
      return []
    case 'house': {
      const d = `M${x - 6} ${y - 5}V${y + 6}H${x + 6}V${y - 5}M${x - 8} ${y - 3.5}L${x} ${y - 10}L${x + 8} ${y - 3.5}`
      const body = `M${x - 6} ${y - 5}L${x} ${y - 10}L${x + 6} ${y - 5}V${y + 6}H${x - 6}Z`
      return [
        { type: 'path', d: body, fill: theme.paper },
        { type: 'path', d, ...pen },
      ]
    }
    case 'ring':
      return [{ type: 'circle', cx: x, cy: y, r: 5, ...pen, fill: theme.paper }]
    case 'dot':
      return [{ type: 'circle', cx: x, cy: y, r: 4.5, fill: stroke }]
    case 'x':
      return [
        { type: 'path', d: `M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`, ...pen, strokeWidth: 2.4 },
      ]
    case 'gap':
    case 'word':
      return plated(small(x, y + 4, word, theme), theme.paper, always)
  }
}

const always = () => true

function small(x: number, y: number, text: string, theme: GenogramTheme): TextShape {
  return { type: 'text', x, y, text, px: SMALL_PX, weight: 'bold', fill: theme.ink, anchor: 'middle' }
}

/** What ended it, and one stroke back for what was mended (a choice of ours: sources only write the dates). */
function drawSlashes(
  at: Place,
  { ending, reconciled }: UnionContent,
  theme: GenogramTheme,
  words: GenogramWords,
): Shape[] {
  const slash = SLASHES.get(ending ?? '') ?? (reconciled ? SLASHES.get('separation') : undefined)
  const widowed =
    ending === 'widowed'
      ? plated(small(at.x, at.y + 4, words.legend.short.widowed, theme), theme.paper, always)
      : []
  if (!slash) return widowed
  const { count, width } = slash
  const total = count + (reconciled ? 1 : 0)
  const stroke = (i: number, back: boolean): Shape => {
    const along = (i - (total - 1) / 2) * 7 + (back ? 8 : 0) - (reconciled ? 4 : 0)
    const [a, b] = back ? [-5, 5] : [5, -5]
    const [from, to] = [beside(at, along + a, 8), beside(at, along + b, -8)]
    return {
      type: 'line',
      x1: from.x,
      y1: from.y,
      x2: to.x,
      y2: to.y,
      stroke: theme.ink,
      strokeWidth: back ? 2 : width,
    }
  }
  return Array.from({ length: total }, (_, i) => stroke(i, i === count))
}
