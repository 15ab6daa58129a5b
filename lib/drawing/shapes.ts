/**
 * A drawing as plain data: what the canvas, SVG, PDF and PNG are all made from, so that they cannot differ. Colours
 * are `#rrggbb`; there are no gradients, patterns or ids, because paper, greys and several drawings on one page
 * would each treat them in their own way.
 */
export type Shape =
  | (Paint & { type: 'rect'; x: number; y: number; w: number; h: number; rx?: number })
  | (Paint & { type: 'line'; x1: number; y1: number; x2: number; y2: number })
  | (Paint & { type: 'circle'; cx: number; cy: number; r: number })
  /** SVG path data; `evenOdd` leaves the inside of an inner outline open. */
  | (Paint & { type: 'path'; d: string; evenOdd?: boolean })
  | TextShape
  | Group
  | Window

/** How a form is filled and drawn; what is absent is not painted. */
export interface Paint {
  fill?: string | undefined
  fillOpacity?: number | undefined
  stroke?: string | undefined
  strokeWidth?: number | undefined
  strokeOpacity?: number | undefined
  /** Lengths of dash and gap. */
  dash?: readonly [number, number] | undefined
  /** Round ends and corners. */
  round?: boolean | undefined
}

/** One line of text; `y` is its baseline. */
export interface TextShape {
  type: 'text'
  x: number
  y: number
  text: string
  px: number
  weight: 'regular' | 'bold'
  fill: string
  /** Absent: `x` is where the text begins. */
  anchor?: 'start' | 'middle' | 'end'
}

/** Shapes that belong together, moved and made larger. `title` is what it is, for who cannot see it. */
export interface Group {
  type: 'group'
  x: number
  y: number
  scale: number
  title?: string
  shapes: readonly Shape[]
}

/** Part `box` of a larger drawing, seen through a window at (x, y); what lies outside is cut off. */
export interface Window {
  type: 'window'
  x: number
  y: number
  scale: number
  box: { x: number; y: number; w: number; h: number }
  shapes: readonly Shape[]
}

/** A complete drawing: a sheet of paper or a picture. */
export interface Drawing {
  box: { x: number; y: number; w: number; h: number }
  /** What it shows, for who cannot see it. */
  title: string
  shapes: readonly Shape[]
}

export function group(
  x: number,
  y: number,
  shapes: readonly Shape[],
  more?: { scale?: number; title?: string },
) {
  return { type: 'group', x, y, scale: 1, ...more, shapes } satisfies Group
}

/** Every line of text in a drawing, in the order of drawing. */
export function textsOf(shapes: readonly Shape[]): TextShape[] {
  return shapes.flatMap((shape) => {
    if (shape.type === 'text') return [shape]
    return shape.type === 'group' || shape.type === 'window' ? textsOf(shape.shapes) : []
  })
}
