import sharp from 'sharp'
import { Problem } from '@/lib/access/problem'
import type { Drawing, Shape } from '@/lib/drawing/shapes'
import { svgDocument } from '@/lib/drawing/toSvg'
import { outline } from './fonts'

/** Largest picture we make: what a phone and a word processor still open, in pixels. */
const MAX_SIDE = 32_000
const MAX_PIXELS = 60_000_000

/**
 * A drawing as a picture of `wanted` pixels for each of its units, or of fewer, but not under one, where that would be
 * too large. Letters become outlines first, so that no font of the machine is needed. Throws `too-large` before
 * anything is drawn.
 */
export async function pngOf(drawing: Drawing, wanted: number): Promise<Buffer> {
  const { box } = drawing
  const most = Math.min(MAX_SIDE / box.w, MAX_SIDE / box.h, Math.sqrt(MAX_PIXELS / (box.w * box.h)))
  const scale = Math.min(wanted, Math.max(most, Math.min(1, wanted)))
  if (scale > most)
    throw new Problem('too-large', `${Math.round(box.w)} × ${Math.round(box.h)} pixels at the least`)
  const w = Math.round(box.w * scale)
  const h = Math.round(box.h * scale)
  const svg = svgDocument({ ...drawing, shapes: drawing.shapes.map(outlined) }, { font: 'none' })
  // 72 units of the drawing are one inch: the density says how fine it is drawn.
  return sharp(Buffer.from(svg), { density: 72 * scale, limitInputPixels: 2 * MAX_PIXELS, unlimited: true })
    .resize(w, h, { fit: 'fill' })
    .png({ compressionLevel: 6 })
    .toBuffer()
}

/** The same shape with outlines for letters. */
function outlined(shape: Shape): Shape {
  if (shape.type === 'group' || shape.type === 'window')
    return { ...shape, shapes: shape.shapes.map(outlined) }
  if (shape.type !== 'text') return shape
  const { d, width } = outline(shape.text, shape.px, shape.weight)
  const { anchor = 'start' } = shape
  const x = anchor === 'end' ? shape.x - width : anchor === 'middle' ? shape.x - width / 2 : shape.x
  return { type: 'group', x, y: shape.y, scale: 1, shapes: [{ type: 'path', d, fill: shape.fill }] }
}
