import { memo } from 'react'
import { DOCK_PAD, LABEL_H } from '@/lib/timeline/metrics'
import { paintMark } from '@/lib/timeline/paintMark'
import { stemPath } from '@/lib/timeline/stem'
import { PAPER_THEME } from '@/lib/timeline/theme'
import type { CardContent, TimelineLayout } from '@/lib/timeline/types'
import type { AxisProps } from './shapes'
import { tintOf } from './tints'

/** Room around everything, so that nothing at the edge is cut. Page units. */
export const AXIS_MARGIN = 40

/** Line, years, ages, stems, dates and docks: all that lies under the cards. */
export const AxisDrawing = memo(function AxisDrawing({ w, h, layout, words, tints }: AxisProps) {
  const { bounds } = layout
  const viewBox = [bounds.x - AXIS_MARGIN, bounds.y - AXIS_MARGIN, w, h].join(' ')
  return (
    <svg className="rt-axis" width={w} height={h} viewBox={viewBox} aria-hidden="true">
      <defs>
        <pattern id="tl-hatch" width={7} height={7} patternUnits="userSpaceOnUse">
          <path d="M-1 7L7 -1M-1 14L14 -1M5 15L15 5" stroke="var(--unknown)" strokeWidth={1} />
        </pattern>
      </defs>
      <Docks layout={layout} title={words.dock} />
      <g fill="none" strokeWidth={1.4} strokeOpacity={0.6}>
        {layout.cards.map((card) => (
          <path key={card.id} d={stemPath(card, layout)} stroke={tintOf(tints[card.id]).line} />
        ))}
      </g>
      <Line axis={layout.axis} now={words.now} />
      {/* Painted by the function that paints the print; it holds numbers and our own colours only. */}
      <g dangerouslySetInnerHTML={{ __html: paintMarks(layout, tints) }} />
      <Ticks layout={layout} />
    </svg>
  )
})

function paintMarks({ marks }: TimelineLayout, tints: Record<string, string>): string {
  return marks
    .map((mark) => {
      const [tint = 'unknown', kind = 'family'] = (tints[mark.id] ?? '').split(' ')
      return paintMark(mark, { tint, kind } as CardContent, PAPER_THEME)
    })
    .join('')
}

function Line({ axis, now }: { axis: TimelineLayout['axis']; now: string }) {
  const nowX = Math.min(Math.max(axis.nowX, axis.x0), axis.x1)
  return (
    <g stroke="var(--ink)" strokeWidth={2.4}>
      <line x1={axis.x0 - 8} x2={nowX} y1={0} y2={0} />
      <line x1={nowX + 6} x2={axis.x1} y1={0} y2={0} strokeDasharray="3 6" />
      <line x1={nowX} x2={nowX} y1={-11} y2={11} />
      <text className="rt-haloed" x={nowX + 7} y={-11} fontSize={13} fontWeight={700}>
        {now}
      </text>
    </g>
  )
}

function Ticks({ layout: { axis, bend } }: { layout: TimelineLayout }) {
  const top = bend.below.from - LABEL_H
  return axis.ticks.map(({ x, label, age, major }) => (
    <g key={x} stroke="var(--ink)" strokeWidth={major ? 1.4 : 1}>
      <line x1={x} x2={x} y1={major ? -6 : -3.5} y2={major ? 6 : 3.5} />
      {major && (
        <text className="rt-haloed" x={x + 4} y={top + 13} fontSize={14} fontWeight={700}>
          {label}
        </text>
      )}
      {major && age && (
        <text className="rt-haloed rt-age" x={x + 4} y={top + 28} fontSize={12}>
          {age}
        </text>
      )}
    </g>
  ))
}

function Docks({ layout, title }: { layout: TimelineLayout; title: string }) {
  return layout.docks.map(({ laneId, x, y, w, h }) => (
    <g key={laneId}>
      <rect className="rt-dock" x={x} y={y} width={w} height={h} rx={12} />
      <text className="rt-dock-title" x={x + DOCK_PAD} y={y + 20}>
        {title}
      </text>
    </g>
  ))
}
