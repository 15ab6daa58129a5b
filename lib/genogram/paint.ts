import type { Drawing } from '@/lib/drawing/shapes'
import { group } from '@/lib/drawing/shapes'
import { svgDocument } from '@/lib/drawing/toSvg'
import { around, grown, type Box } from './boxes'
import { drawLegend } from './drawLegend'
import { legendOf } from './legend'
import { boxesOfDates } from './lines/unionDates'
import type { GenogramDrawing, GenogramPicture } from './picture'
import { outlineBox, piecesOf, trackBox } from './pieces'

const MARGIN = 32

/**
 * The whole picture as one drawing: households behind, then the family's lines, the links between what is alike, the
 * relations, the symbols, and all words on top.
 */
export function drawGenogram(picture: GenogramPicture, how: GenogramDrawing): Drawing {
  const box = grown(around([picture.layout.bounds, ...reaches(picture, how)])!, MARGIN)
  const shapes = piecesOf(picture, how).flatMap((piece) => piece.shapes)
  const legend = how.legend
    ? drawLegend(legendOf(picture, how), Math.max(box.w, 420) - 2 * MARGIN, how.theme)
    : null
  const whole = legend ? { ...box, w: Math.max(box.w, 420), h: box.h + legend.h + MARGIN } : box
  return {
    box: whole,
    title: picture.title,
    shapes: [
      { type: 'rect', ...whole, fill: how.theme.paper },
      ...shapes,
      ...(legend ? [group(box.x + MARGIN, box.y + box.h, legend.shapes)] : []),
    ],
  }
}

/** `drawGenogram` as a complete SVG document: the same bytes for the same input. */
export function paintGenogram(picture: GenogramPicture, how: GenogramDrawing): string {
  return svgDocument(drawGenogram(picture, how), { font: how.theme.font, css: how.theme.css })
}

/** Boxes of what can reach beyond symbols, words and the family's lines. */
function reaches({ layout, unions, tracks, outlines }: GenogramPicture, { style }: GenogramDrawing): Box[] {
  return [
    ...boxesOfDates(layout, unions, style.profile),
    ...tracks.flatMap((track) => {
      const way = trackBox(track)
      return [...(way ? [grown(way, 10)] : []), ...(track.label ? [track.label] : [])]
    }),
    ...outlines.flatMap(({ path, label }) => {
      const box = outlineBox(path)
      return [...(box ? [box] : []), { x: label.x, y: label.y - 12, w: label.w, h: 16 }]
    }),
  ]
}
