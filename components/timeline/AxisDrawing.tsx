import { memo } from 'react'
import { DOCK_PAD, LABEL_H } from '@/lib/timeline/metrics'
import { paintMark } from '@/lib/timeline/paintMark'
import { PAPER_THEME } from '@/lib/timeline/theme'
import type { CardContent } from '@/lib/timeline/types'
import type { AxisPart } from './axisParts'
import { Breaks, Loops, Roundabouts } from './AxisSigns'
import { Eras } from './Eras'
import type { AxisProps } from './shapes'
import { tintOf } from './tints'

type Of<Name extends AxisPart['name']> = Extract<AxisPart, { name: Name }>

/** One piece of what lies under the cards, in page units. Its words are read aloud elsewhere. */
export const AxisDrawing = memo(function AxisDrawing({ w, h, left, top, part }: AxisProps) {
  return (
    <svg className="rt-axis" width={w} height={h} viewBox={`${left} ${top} ${w} ${h}`} aria-hidden="true">
      <Piece part={part} />
    </svg>
  )
})

function Piece({ part }: { part: AxisPart }) {
  switch (part.name) {
    case 'back':
      return <Back part={part} />
    case 'stretch':
      return <Stretch part={part} />
    case 'front':
      return <Front part={part} />
  }
}

function Back({ part: { eras, lanes, docks, dockTitle, x0, x1 } }: { part: Of<'back'> }) {
  return (
    <>
      <Eras eras={eras} />
      {lanes
        .filter(({ baseY, collapsed }) => baseY !== 0 || collapsed)
        .map(({ id, baseY, y, h, place }) => (
          <g key={id}>
            <rect
              className="rt-lane"
              data-place={place}
              x={x0}
              y={y}
              width={Math.max(0, x1 - x0)}
              height={h}
            />
            <line className="rt-lane-line" x1={x0} x2={x1} y1={baseY} y2={baseY} />
          </g>
        ))}
      {docks.map(({ laneId, x, y, w, h }) => (
        <g key={laneId}>
          <rect className="rt-dock" x={x} y={y} width={w} height={h} rx={12} />
          <text className="rt-dock-title" x={x + DOCK_PAD} y={y + 20}>
            {dockTitle}
          </text>
        </g>
      ))}
    </>
  )
}

function Stretch({ part: { stems, marks } }: { part: Of<'stretch'> }) {
  return (
    <>
      <g fill="none" strokeWidth={1.4} strokeOpacity={0.6}>
        {stems.map(({ d, tint }, i) => (
          <path key={i} d={d} stroke={tintOf(tint).line} />
        ))}
      </g>
      <Marks marks={marks} />
    </>
  )
}

function Front({ part }: { part: Of<'front'> }) {
  return (
    <>
      <defs>
        <pattern id="tl-hatch" width={7} height={7} patternUnits="userSpaceOnUse">
          <path d="M-1 7L7 -1M-1 14L14 -1M5 15L15 5" stroke="var(--unknown)" strokeWidth={1} />
        </pattern>
      </defs>
      <Line axis={part.axis} now={part.now} />
      <Marks marks={part.marks} />
      <Breaks breaks={part.breaks} />
      <Ticks axis={part.axis} top={part.yearsY - LABEL_H} />
      <Loops loops={part.loops} />
      <Roundabouts roundabouts={part.roundabouts} />
    </>
  )
}

/** Painted by the function that paints the print; it holds numbers and our own colours only. */
function Marks({ marks }: { marks: Of<'stretch'>['marks'] }) {
  const painted = marks
    .map(({ mark, tint, kind }) => {
      const drawn = paintMark(mark, { tint, kind } as CardContent, PAPER_THEME)
      return mark.baseY === 0 ? drawn : `<g transform="translate(0 ${mark.baseY})">${drawn}</g>`
    })
    .join('')
  return <g dangerouslySetInnerHTML={{ __html: painted }} />
}

function Line({ axis, now }: { axis: Of<'front'>['axis']; now: string }) {
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

function Ticks({ axis, top }: { axis: Of<'front'>['axis']; top: number }) {
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
