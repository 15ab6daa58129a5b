import { circlePath, fine, polyline, type Point } from '@/lib/drawing/path'
import { SYMBOL, type PersonContent } from '../types'

/** The forms of a symbol's edge, all around the middle (0, 0). */
export type Form = 'square' | 'circle' | 'dome' | 'diamond' | 'rounded' | 'box' | 'small diamond'

/** Half the side of a symbol. */
export const H = SYMBOL / 2
/** Half the size of an organisation's box. */
const BOX = { w: SYMBOL * 0.7, h: SYMBOL * 0.35 }

const BY_GENDER = { male: 'square', female: 'circle', nonbinary: 'dome', unknown: 'diamond' } as const

/** The form that says who this is. A worker whose gender is not said is a rounded square, not a question. */
export function formOf({ type, kind, gender, circle }: PersonContent): Form {
  if (type === 'organisation') return 'box'
  if (kind === 'pet') return 'small diamond'
  if (gender === 'unknown' && circle === 'professional') return 'rounded'
  return BY_GENDER[gender]
}

/** The edge as path data; `inset` makes it smaller all round, `scale` by a factor first. */
export function edgePath(form: Form, inset = 0, scale = 1): string {
  const h = H * scale - inset
  switch (form) {
    case 'circle':
      return circlePath(0, 0, h)
    case 'square':
      return polyline(rectangle(h, h), true)
    case 'dome': {
      const [n, p] = [fine(-h), fine(h)]
      return `M${n} ${p}V0A${p} ${p} 0 0 1 ${p} 0V${p}Z`
    }
    case 'diamond':
      return polyline(diamond(H * 1.12 * scale - inset * Math.SQRT2), true)
    case 'small diamond':
      return polyline(diamond(H * 0.8 * scale - inset * Math.SQRT2), true)
    case 'rounded':
      return roundedPath(h, h, Math.max(2, 11 * scale - inset))
    case 'box':
      return roundedPath(BOX.w * scale - inset, BOX.h * scale - inset, Math.max(1, 4 * scale - inset))
  }
}

/** The same edge as a convex polygon, to fill a part of it. */
export function edgePolygon(form: Form, inset = 0): Point[] {
  const h = H - inset
  switch (form) {
    case 'circle':
      return arc(h, 0, 360)
    case 'dome':
      return [...arc(h, 180, 360), { x: h, y: h }, { x: -h, y: h }]
    case 'diamond':
      return diamond(H * 1.12 - inset * Math.SQRT2)
    case 'small diamond':
      return diamond(H * 0.8 - inset * Math.SQRT2)
    case 'box':
      return rectangle(BOX.w - inset, BOX.h - inset)
    case 'square':
      return rectangle(h, h)
    case 'rounded': {
      const r = 11 - inset
      return [
        [1, 1, 0],
        [-1, 1, 90],
        [-1, -1, 180],
        [1, -1, 270],
      ].flatMap(([sx, sy, from]) =>
        arc(r, from!, from! + 90).map(({ x, y }) => ({ x: x + sx! * (h - r), y: y + sy! * (h - r) })),
      )
    }
  }
}

function rectangle(w: number, h: number): Point[] {
  return [
    { x: -w, y: -h },
    { x: w, y: -h },
    { x: w, y: h },
    { x: -w, y: h },
  ]
}

function diamond(h: number): Point[] {
  return [
    { x: 0, y: -h },
    { x: h, y: 0 },
    { x: 0, y: h },
    { x: -h, y: 0 },
  ]
}

/** Points of a circle from one angle to another, in degrees clockwise from the right. */
function arc(r: number, from: number, to: number): Point[] {
  const count = Math.ceil((to - from) / 6)
  return Array.from({ length: count + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / count) * Math.PI) / 180
    return { x: r * Math.cos(angle), y: r * Math.sin(angle) }
  })
}

function roundedPath(w: number, h: number, r: number): string {
  const c = fine(r)
  const turn = (x: number, y: number) => `A${c} ${c} 0 0 1 ${fine(x)} ${fine(y)}`
  return [
    `M${fine(r - w)} ${fine(-h)}H${fine(w - r)}${turn(w, r - h)}`,
    `V${fine(h - r)}${turn(w - r, h)}H${fine(r - w)}${turn(-w, h - r)}`,
    `V${fine(r - h)}${turn(r - w, -h)}Z`,
  ].join('')
}
