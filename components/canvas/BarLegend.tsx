'use client'
import { svgShapes } from '@/lib/drawing/toSvg'
import { type LegendEntry, SIGN_H, SIGN_W } from '@/lib/genogram/drawLegend'

interface Props {
  entries: readonly LegendEntry[]
  /** What the list is, for who hears it. */
  label: string
  /** Said while no signs are used. */
  none: string
}

/** What the signs in the picture mean: only those that are used. */
export function BarLegend({ entries, label, none }: Props) {
  if (entries.length === 0) return <p className="text-m text-ink-soft">{none}</p>
  return (
    // Nothing in it can have the focus: who goes by keyboard scrolls the list itself.
    <ul tabIndex={0} aria-label={label} className="flex flex-col gap-1 overflow-y-auto">
      {entries.map(({ key, name, shapes }) => (
        <li key={key} className="flex min-h-8 items-center gap-3 text-m">
          <svg
            width={SIGN_W}
            height={SIGN_H}
            viewBox={`0 0 ${SIGN_W} ${SIGN_H}`}
            aria-hidden="true"
            className="shrink-0"
            dangerouslySetInnerHTML={{ __html: svgShapes(shapes) }}
          />
          {name}
        </li>
      ))}
    </ul>
  )
}
