import { memo } from 'react'
import { ICONS } from '@/lib/timeline/icons'
import type { ClusterProps } from './shapes'
import { tintOf } from './tints'

/** How many moments are here, and of which kinds. It is as large on the screen at every zoom. */
export const ClusterSign = memo(function ClusterSign({ w, h, count, kinds, words, tint }: ClusterProps) {
  const { line, soft } = tintOf(tint)
  const first = 22 - ((kinds.length - 1) * 11) / 2
  return (
    <svg
      className="rt-cluster"
      data-count={count}
      width={w}
      height={h}
      viewBox="0 0 44 44"
      aria-hidden="true"
    >
      <title>{words}</title>
      <rect
        x={1}
        y={1}
        width={42}
        height={42}
        rx={count === 1 ? 9 : 21}
        fill={soft}
        stroke={line}
        strokeWidth={1.5}
      />
      <text x={22} y={count < 100 ? 23 : 22} fontSize={count < 100 ? 16 : 13} textAnchor="middle" fill={line}>
        {count}
      </text>
      {kinds.map((kind, i) => {
        const { path, drawn } = ICONS[kind]
        const paint = drawn === 'line' ? { fill: 'none', stroke: line, strokeWidth: 2 } : { fill: line }
        return (
          <path
            key={kind}
            d={path}
            transform={`translate(${first + i * 11 - 4.5} 28) scale(0.56)`}
            {...paint}
          />
        )
      })}
    </svg>
  )
})
