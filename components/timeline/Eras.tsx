import type { AxisPart } from './axisParts'

type Era = Extract<AxisPart, { name: 'back' }>['eras'][number]

/** How much of an era is its soft end. */
const SOFT = 0.18

/** Periods as a background of the whole height; where an end is not sure it fades, and in doubt it is dashed. */
export function Eras({ eras }: { eras: readonly Era[] }) {
  return eras.map(({ id, title, x, y, w, h, softStart, softEnd, uncertain, labelX, labelY, labelW }, i) => (
    <g key={id}>
      <linearGradient id={`tl-era-${id}`}>
        <stop offset={0} stopColor="var(--family)" stopOpacity={softStart ? 0 : 1} />
        <stop offset={SOFT} stopColor="var(--family)" />
        <stop offset={1 - SOFT} stopColor="var(--family)" />
        <stop offset={1} stopColor="var(--family)" stopOpacity={softEnd ? 0 : 1} />
      </linearGradient>
      <rect x={x} y={y} width={w} height={h} fill={`url(#tl-era-${id})`} fillOpacity={i % 2 ? 0.09 : 0.06} />
      {!softStart && (
        <line className="rt-era-edge" x1={x} x2={x} y1={y} y2={y + h} data-uncertain={uncertain} />
      )}
      {!softEnd && (
        <line className="rt-era-edge" x1={x + w} x2={x + w} y1={y} y2={y + h} data-uncertain={uncertain} />
      )}
      {/* HTML cuts a name that is too long with an ellipsis; SVG cannot. */}
      <foreignObject x={labelX} y={labelY - 16} width={Math.max(1, labelW)} height={22}>
        <div className="rt-era-name">{uncertain ? `${title} ?` : title}</div>
      </foreignObject>
    </g>
  ))
}
