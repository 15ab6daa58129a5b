import type { Drawing, Paint, Shape } from './shapes'
import { escapeXml, num, tag } from './xml'

/** A drawing as an SVG document: the same bytes for the same input. Total; whatever people typed is escaped. */
export function svgDocument(drawing: Drawing, how: { font: string; css?: string; lang?: string }): string {
  const { box, title, shapes } = drawing
  const head = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    lang: how.lang,
    width: box.w,
    height: box.h,
    viewBox: [box.x, box.y, box.w, box.h].map(num).join(' '),
    'font-family': how.font,
  }
  // The CSS is ours (a font face), never people's words.
  const style = how.css ? `<style>${how.css}</style>` : ''
  return tag('svg', head, `<title>${escapeXml(title)}</title>${style}${svgShapes(shapes)}`)
}

/** Shapes as SVG elements, to put into a drawing of one's own. */
export function svgShapes(shapes: readonly Shape[]): string {
  return shapes.map(svgShape).join('\n')
}

function svgShape(shape: Shape): string {
  switch (shape.type) {
    case 'rect':
      return tag('rect', {
        x: shape.x,
        y: shape.y,
        width: Math.max(0, shape.w),
        height: Math.max(0, shape.h),
        rx: shape.rx,
        ...paint(shape),
      })
    case 'line': {
      const { x1, y1, x2, y2 } = shape
      return tag('line', { x1, y1, x2, y2, ...paint(shape) })
    }
    case 'circle':
      return tag('circle', { cx: shape.cx, cy: shape.cy, r: shape.r, ...paint(shape) })
    case 'path': {
      const rule = shape.evenOdd ? 'evenodd' : undefined
      return shape.d === '' ? '' : tag('path', { d: shape.d, 'fill-rule': rule, ...paint(shape) })
    }
    case 'text': {
      const { x, y, text, px, fill, anchor } = shape
      const type = { 'font-size': px, 'font-weight': shape.weight === 'bold' ? 700 : 400, fill }
      return text === '' ? '' : tag('text', { x, y, ...type, 'text-anchor': anchor }, escapeXml(text))
    }
    case 'group': {
      const title = shape.title ? `<title>${escapeXml(shape.title)}</title>` : ''
      const scale = shape.scale === 1 ? '' : ` scale(${precise(shape.scale)})`
      const transform = `translate(${num(shape.x)} ${num(shape.y)})${scale}`
      return tag('g', { transform }, title + svgShapes(shape.shapes) || ' ')
    }
    case 'window': {
      const { x, y, scale, box } = shape
      const frame = {
        x,
        y,
        width: box.w * scale,
        height: box.h * scale,
        viewBox: [box.x, box.y, box.w, box.h].map(precise).join(' '),
        preserveAspectRatio: 'none',
        overflow: 'hidden',
      }
      return tag('svg', frame, svgShapes(shape.shapes) || ' ')
    }
  }
}

function paint(how: Paint) {
  return {
    fill: how.fill ?? 'none',
    'fill-opacity': how.fillOpacity === undefined ? undefined : precise(how.fillOpacity),
    stroke: how.stroke,
    'stroke-width': how.strokeWidth,
    'stroke-opacity': how.strokeOpacity === undefined ? undefined : precise(how.strokeOpacity),
    'stroke-dasharray': how.dash?.map(num).join(' '),
    'stroke-linecap': how.round ? 'round' : undefined,
    'stroke-linejoin': how.round ? 'round' : undefined,
  }
}

/** Factors need more than the one decimal of a place. */
function precise(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}
