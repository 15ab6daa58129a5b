import type { AxisPart } from './axisParts'

type Front = Extract<AxisPart, { name: 'front' }>

/** Distance of the two strokes of a break from its middle, and how far they reach. Page units. */
const GAP = 5
const REACH = 9

/** Where the line leaves a long empty stretch out: two strokes, and in words how long nothing was written down. */
export function Breaks({ breaks }: { breaks: Front['breaks'] }) {
  return breaks.map(({ x, w, words }) => (
    <g key={x}>
      <rect x={x - GAP} y={-2} width={2 * GAP} height={4} fill="var(--paper)" />
      {[-GAP, GAP].map((dx) => (
        <line key={dx} className="rt-break" x1={x + dx - 3} x2={x + dx + 3} y1={REACH} y2={-REACH} />
      ))}
      <foreignObject x={x - w / 2} y={-48} width={w} height={36}>
        <div className="rt-break-words">{words}</div>
      </foreignObject>
    </g>
  ))
}

/**
 * The method's own sign with its ways out: taken is a whole line, passed by a dashed one, what nobody saw a dotted
 * one that does not touch the round.
 */
export function Roundabouts({ roundabouts }: { roundabouts: Front['roundabouts'] }) {
  return roundabouts.map(({ id, x, y, r, exits, note }) => (
    <g key={id}>
      {exits.map((exit) => (
        <g key={exit.id}>
          <path className="rt-exit" data-status={exit.status} d={exit.path} />
          <text className="rt-haloed rt-exit-words" x={exit.labelX} y={exit.labelY} textAnchor={exit.anchor}>
            {exit.label}
          </text>
        </g>
      ))}
      <circle className="rt-round" data-proposed={note !== ''} cx={x} cy={y} r={r * 0.62} />
      {note && (
        <text className="rt-haloed rt-exit-words" x={x + r + 3} y={y - 5}>
          {note}
        </text>
      )}
    </g>
  ))
}

/** Arcs between moments that repeat each other, with their name. */
export function Loops({ loops }: { loops: Front['loops'] }) {
  return loops.map(({ id, arcs, label, labelX, labelY }) => (
    <g key={id}>
      {arcs.map((d) => (
        <path key={d} className="rt-loop" d={d} />
      ))}
      <text className="rt-haloed rt-loop-name" x={labelX} y={labelY}>
        {label}
      </text>
    </g>
  ))
}
