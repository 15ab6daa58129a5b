import type { Paint, Shape } from '@/lib/drawing/shapes'

/** A drawing as elements, to stand in an `svg` of one's own: the same geometry as `svgShapes`. */
export function ShapesSvg({ shapes }: { shapes: readonly Shape[] }) {
  // A drawing is computed as a whole: its shapes have no identity beyond their place.
  return shapes.map((shape, i) => <OneShape key={i} shape={shape} />)
}

function OneShape({ shape }: { shape: Shape }) {
  switch (shape.type) {
    case 'rect': {
      const { x, y, w, h, rx } = shape
      return <rect x={x} y={y} width={Math.max(0, w)} height={Math.max(0, h)} rx={rx} {...painted(shape)} />
    }
    case 'line': {
      const { x1, y1, x2, y2 } = shape
      return <line x1={x1} y1={y1} x2={x2} y2={y2} {...painted(shape)} />
    }
    case 'circle':
      return <circle cx={shape.cx} cy={shape.cy} r={shape.r} {...painted(shape)} />
    case 'path':
      return shape.d === '' ? null : (
        <path d={shape.d} fillRule={shape.evenOdd ? 'evenodd' : undefined} {...painted(shape)} />
      )
    case 'text': {
      const { x, y, text, px, weight, fill, anchor } = shape
      return (
        <text
          x={x}
          y={y}
          fontSize={px}
          fontWeight={weight === 'bold' ? 700 : 400}
          fill={fill}
          textAnchor={anchor}
        >
          {text}
        </text>
      )
    }
    case 'group': {
      const scale = shape.scale === 1 ? '' : ` scale(${shape.scale})`
      return (
        <g transform={`translate(${shape.x} ${shape.y})${scale}`}>
          <ShapesSvg shapes={shape.shapes} />
        </g>
      )
    }
    case 'window': {
      const { x, y, scale, box, shapes } = shape
      return (
        <svg
          x={x}
          y={y}
          width={box.w * scale}
          height={box.h * scale}
          viewBox={`${box.x} ${box.y} ${box.w} ${box.h}`}
          preserveAspectRatio="none"
          overflow="hidden"
        >
          <ShapesSvg shapes={shapes} />
        </svg>
      )
    }
  }
}

function painted({ fill, fillOpacity, stroke, strokeWidth, strokeOpacity, dash, round }: Paint) {
  return {
    fill: fill ?? 'none',
    fillOpacity,
    stroke,
    strokeWidth,
    strokeOpacity,
    strokeDasharray: dash?.join(' '),
    strokeLinecap: round ? ('round' as const) : undefined,
    strokeLinejoin: round ? ('round' as const) : undefined,
  }
}
