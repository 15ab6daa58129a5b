import type { ReactNode } from 'react'
import { SVGContainer } from 'tldraw'
import type { Shape } from '@/lib/drawing/shapes'
import { ShapesSvg } from './ShapesSvg'

interface Props {
  w: number
  h: number
  left: number
  top: number
  shapes: readonly Shape[]
  /** What lies under it. */
  children?: ReactNode
  /** What lies over it. */
  over?: ReactNode
}

/** Page units inside a shape that has its own corner as origin. */
export function Drawn({ w, h, left, top, shapes, children, over }: Props) {
  return (
    <SVGContainer className="rt-geno" viewBox={`${left} ${top} ${w} ${h}`} style={{ width: w, height: h }}>
      {children}
      <ShapesSvg shapes={shapes} />
      {over}
    </SVGContainer>
  )
}
