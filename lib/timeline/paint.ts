import { DOCK_PAD, LABEL_H } from './metrics'
import { paintCard } from './paintCard'
import { paintMark } from './paintMark'
import { stemPath } from './stem'
import { escapeXml, num, tag } from './svg'
import type { TimelineTheme } from './theme'
import type { CardContent, DrawingWords, TimelineLayout } from './types'

const MARGIN = 32

/**
 * The timeline as a complete SVG document, for print, export and thumbnails: the same bytes for the same input.
 * Cards that `cards` says nothing of are left out. Total; whatever people typed is escaped.
 */
export function paintTimeline(
  layout: TimelineLayout,
  cards: ReadonlyMap<string, CardContent>,
  theme: TimelineTheme,
  words: DrawingWords,
): string {
  const { bounds } = layout
  const box = {
    x: bounds.x - MARGIN,
    y: bounds.y - MARGIN,
    width: bounds.w + 2 * MARGIN,
    height: bounds.h + 2 * MARGIN,
  }
  const parts = [
    `<title>${escapeXml(words.title)}</title>`,
    theme.css === '' ? '' : `<style>${theme.css}</style>`,
    paintDefs(theme),
    tag('rect', { ...box, fill: theme.paper }),
    paintDocks(layout, theme, words),
    paintStems(layout, cards, theme),
    paintAxis(layout, theme, words),
    paintTicks(layout, theme),
    ...layout.marks.map((mark) => paintMark(mark, cards.get(mark.id), theme)),
    paintTickLabels(layout, theme),
    ...layout.cards.map((card) => {
      const content = cards.get(card.id)
      return content ? paintCard(card, content, theme) : ''
    }),
    paintSides(layout, theme, words),
  ]
  const head = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    width: box.width,
    height: box.height,
    viewBox: [box.x, box.y, box.width, box.height].map(num).join(' '),
    'font-family': theme.font,
  }
  return tag('svg', head, parts.join('\n'))
}

function paintDefs(theme: TimelineTheme): string {
  const line = tag('path', {
    d: 'M-1 7L7 -1M-1 14L14 -1M5 15L15 5',
    stroke: theme.tints.unknown.strong,
    'stroke-width': 1,
  })
  const hatch = tag('pattern', { id: 'tl-hatch', width: 7, height: 7, patternUnits: 'userSpaceOnUse' }, line)
  return `<defs>${hatch}</defs>`
}

function paintStems(
  layout: TimelineLayout,
  cards: ReadonlyMap<string, CardContent>,
  theme: TimelineTheme,
): string {
  const lines = layout.cards.map((card) => {
    const d = stemPath(card, layout)
    const stroke = theme.tints[cards.get(card.id)?.tint ?? 'unknown'].strong
    return d === '' ? '' : tag('path', { d, stroke })
  })
  return tag('g', { fill: 'none', 'stroke-width': 1.4, 'stroke-opacity': 0.6 }, lines.join('') || ' ')
}

function paintAxis({ axis }: TimelineLayout, theme: TimelineTheme, words: DrawingWords): string {
  const line = { y1: 0, y2: 0, stroke: theme.ink, 'stroke-width': 2.4 }
  const now = Math.min(Math.max(axis.nowX, axis.x0), axis.x1)
  return [
    tag('line', { x1: axis.x0 - 8, x2: now, ...line }),
    tag('line', { x1: now + 6, x2: axis.x1, ...line, 'stroke-dasharray': '3 6' }),
    tag('line', { x1: now, x2: now, y1: -11, y2: 11, stroke: theme.ink, 'stroke-width': 2.4 }),
    haloed(now + 7, -11, 13, 700, theme.ink, words.now, theme),
  ].join('')
}

function paintTicks({ axis }: TimelineLayout, theme: TimelineTheme): string {
  const lines = axis.ticks.map(({ x, major }) => {
    const half = major ? 6 : 3.5
    return tag('line', { x1: x, x2: x, y1: -half, y2: half, 'stroke-width': major ? 1.4 : 1 })
  })
  return tag('g', { stroke: theme.ink }, lines.join('') || ' ')
}

/** Labels stand to the right of their tick: most stems stand at the start of a year, and so cross no label. */
function paintTickLabels({ axis, bend }: TimelineLayout, theme: TimelineTheme): string {
  const top = bend.below.from - LABEL_H
  return axis.ticks
    .filter(({ major }) => major)
    .map(({ x, label, age }) => {
      const year = haloed(x + 4, top + 13, 14, 700, theme.ink, label, theme)
      return age === '' ? year : year + haloed(x + 4, top + 28, 12, 400, theme.inkSoft, age, theme)
    })
    .join('')
}

/** Text with a rim of paper, so that a stem behind it is interrupted and crosses no letter. */
function haloed(
  x: number,
  y: number,
  px: number,
  weight: number,
  fill: string,
  text: string,
  theme: TimelineTheme,
): string {
  const rim = { stroke: theme.paper, 'stroke-width': 5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
  return tag('text', { x, y, 'font-size': px, 'font-weight': weight, fill, ...rim }, escapeXml(text) || ' ')
}

function paintDocks({ docks }: TimelineLayout, theme: TimelineTheme, words: DrawingWords): string {
  return docks
    .map(({ x, y, w, h }) => {
      const box = { x, y, width: w, height: h, rx: 12, fill: theme.tints.unknown.soft, 'fill-opacity': 0.6 }
      const frame = { stroke: theme.tints.unknown.strong, 'stroke-dasharray': '2 4' }
      const title = {
        x: x + DOCK_PAD,
        y: y + 20,
        'font-size': 13,
        'font-weight': 700,
        fill: theme.tints.unknown.strong,
      }
      return tag('rect', { ...box, ...frame }) + tag('text', title, escapeXml(words.undated) || ' ')
    })
    .join('')
}

function paintSides({ sideLabels }: TimelineLayout, theme: TimelineTheme, words: DrawingWords): string {
  return sideLabels
    .map(({ laneId, place, x, y }) => {
      const fill = theme.tints[place === 'above' ? 'professional' : 'family'].strong
      const name = words.sides.get(laneId) ?? ''
      if (name === '') return ''
      const type = { 'font-size': 14, 'font-weight': 700, 'letter-spacing': '0.02em' }
      return tag('text', { x, y, ...type, fill }, escapeXml(name.toUpperCase()))
    })
    .join('')
}
