import sharp from 'sharp'
import { Problem } from '@/lib/access/problem'
import type { Drawing, Shape } from '@/lib/drawing/shapes'
import { svgDocument } from '@/lib/drawing/toSvg'
import { outline } from './fonts'

/** Largest picture we make: what a phone and a word processor still open, in pixels. */
const MAX_SIDE = 32_000
const MAX_PIXELS = 120_000_000

/**
 * A drawing as a picture of `scale` pixels for each of its units. Letters become outlines first, so that no font of
 * the machine is needed. Throws `too-large` before anything is drawn.
 */
export async function pngOf(drawing: Drawing, scale: number): Promise<Buffer> {
  const w = Math.round(drawing.box.w * scale)
  const h = Math.round(drawing.box.h * scale)
  if (w > MAX_SIDE || h > MAX_SIDE || w * h > MAX_PIXELS) throw new Problem('too-large', `${w} × ${h} pixels`)
  const svg = svgDocument({ ...drawing, shapes: drawing.shapes.map(outlined) }, { font: 'none' })
  // 72 units of the drawing are one inch: the density says how fine it is drawn.
  return sharp(Buffer.from(svg), { density: 72 * scale, limitInputPixels: MAX_PIXELS * 1.1, unlimited: true })
    .resize(w, h, { fit: 'fill' })
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer()
}

/** The same shape with outlines for letters. */
function outlined(shape: Shape): Shape {
  if (shape.type === 'group' || shape.type === 'window') return { ...shape, shapes: shape.shapes.map(outlined) }
  if (shape.type !== 'text') return shape
  const { d, width } = outline(shape.text, shape.px, shape.weight)
  const { anchor = 'start' } = shape
  const x = anchor === 'end' ? shape.x - width : anchor === 'middle' ? shape.x - width / 2 : shape.x
  return { type: 'group', x, y: shape.y, scale: 1, shapes: [{ type: 'path', d, fill: shape.fill }] }
}
