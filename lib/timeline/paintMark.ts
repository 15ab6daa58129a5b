import { ON_AXIS_FROM, ON_AXIS_H, STEM_INSET, TRACK_H, trackY } from './metrics'
import { num, tag } from './svg'
import type { TimelineTheme } from './theme'
import type { CardContent, PlacedMark } from './types'

/** How far an end that is not known reaches to its softest, as part of the bar. */
const SOFT = 0.3
const SOFT_MAX_PX = 40

/**
 * A date, drawn as sure as it is: a dot for a day, a bar as wide as the month or year, soft ends for what is
 * approximate or open, a dashed outline for what is in doubt, hatching for a gap. The card says it in words.
 */
export function paintMark(mark: PlacedMark, content: CardContent | undefined, theme: TimelineTheme): string {
  const colour = theme.tints[content?.tint ?? 'unknown'].strong
  if (content?.kind === 'roundabout') return paintRoundabout(mark, theme)
  if (mark.form === 'dot') {
    const dashed = mark.uncertain ? '3 2.5' : undefined
    return tag('circle', {
      cx: mark.x,
      cy: 0,
      r: 6,
      fill: mark.uncertain ? theme.paper : colour,
      stroke: mark.uncertain ? colour : theme.paper,
      'stroke-width': 2,
      'stroke-dasharray': dashed,
    })
  }
  return paintBar(mark, colour, theme)
}

function paintBar(mark: PlacedMark, colour: string, theme: TimelineTheme): string {
  const onAxis = mark.place === 'above' ? -ON_AXIS_FROM - ON_AXIS_H : ON_AXIS_FROM
  const box = {
    x: mark.x,
    y: mark.track === null ? onAxis : trackY(mark.track, mark.place),
    width: mark.w,
    height: mark.track === null ? ON_AXIS_H : TRACK_H,
  }
  if (mark.gap) {
    const frame = { ...box, stroke: theme.tints.unknown.strong, 'stroke-width': 1, 'stroke-dasharray': '3 3' }
    return tag('rect', { ...box, fill: theme.paper }) + tag('rect', { ...frame, fill: 'url(#tl-hatch)' })
  }
  const rx = Math.min(4, mark.w / 2)
  const softStart = mark.approximate || mark.openStart
  const softEnd = mark.approximate || mark.openEnd
  const paper = mark.track === null ? tag('rect', { ...box, rx, fill: theme.paper }) : ''
  const soft = softStart || softEnd
  const id = `tl-soft-${softStart ? 's' : ''}${softEnd ? 'e' : ''}-${colour.slice(1)}-${Math.round(softShare(mark.w) * 20)}`
  const body = tag('rect', {
    ...box,
    rx,
    fill: soft ? `url(#${id})` : colour,
    'fill-opacity': mark.uncertain ? 0.3 : 0.65,
  })
  const outline = mark.uncertain
    ? tag('rect', {
        ...box,
        rx,
        fill: 'none',
        stroke: colour,
        'stroke-width': 1.3,
        'stroke-dasharray': '3 2.5',
      })
    : ''
  return (
    (soft ? softGradient(id, colour, softStart, softEnd, softShare(mark.w)) : '') +
    paper +
    body +
    outline +
    arrow(mark, box, colour)
  )
}

function softShare(width: number): number {
  return Math.min(SOFT, SOFT_MAX_PX / Math.max(width, 1))
}

function softGradient(id: string, colour: string, start: boolean, end: boolean, share: number): string {
  const stop = (offset: number, opacity: number) =>
    `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`
  const part = Math.round(share * 20) / 20
  const stops = [stop(0, start ? 0.08 : 1), stop(part, 1), stop(1 - part, 1), stop(1, end ? 0.08 : 1)]
  return `<linearGradient id="${id}">${stops.join('')}</linearGradient>`
}

/** "It goes on": an arrow says what the soft end says, for print without colour. */
function arrow(
  mark: PlacedMark,
  box: { x: number; y: number; width: number; height: number },
  colour: string,
): string {
  const middle = box.y + box.height / 2
  const point = (x: number, to: number) =>
    tag('path', {
      d: `M${num(x)} ${num(middle - 4)}L${num(x + to)} ${num(middle)}L${num(x)} ${num(middle + 4)}`,
      fill: 'none',
      stroke: colour,
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    })
  return (mark.openEnd ? point(box.x + box.width - 2, 5) : '') + (mark.openStart ? point(box.x + 2, -5) : '')
}

/** The method's own sign, larger than a date because it is a choice. */
function paintRoundabout(mark: PlacedMark, theme: TimelineTheme): string {
  const cx = mark.x + (mark.form === 'dot' || mark.track !== null ? 0 : Math.min(mark.w / 2, STEM_INSET))
  return tag('circle', { cx, cy: 0, r: 11, fill: theme.paper, stroke: theme.accent, 'stroke-width': 5 })
}
