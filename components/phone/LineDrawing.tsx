'use client'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import type { VerticalLayout } from '@/lib/timeline/verticalTypes'

/** What lies under the cards: the line with its years, how sure dates are, eras, and stretches without anything. */
export function LineDrawing({ layout }: { layout: VerticalLayout }) {
  const t = useTranslations('phone')
  const tt = useTranslations('timeline')
  const { events } = useCase()
  const { axis, width, height } = layout
  return (
    <>
      <svg
        aria-hidden="true"
        width={width}
        height={height}
        className="absolute inset-0 text-ink forced-color-adjust-auto"
      >
        {layout.eras.map((era) => (
          <rect key={era.id} x={0} y={era.y} width={width} height={era.h} rx={8} fill="var(--unknown-soft)" />
        ))}
        <line x1={axis.x} x2={axis.x} y1={axis.y0} y2={axis.y1} stroke="currentColor" strokeWidth={2} />
        {layout.cards.map(
          ({ id, side, x, w, markY }) =>
            markY !== null && (
              <line
                key={id}
                x1={side === 'left' ? x + w : x}
                x2={axis.x}
                y1={markY}
                y2={markY}
                stroke="var(--edge)"
                strokeWidth={1.5}
              />
            ),
        )}
        {layout.marks.map((mark) =>
          mark.form === 'dot' ? (
            <circle key={mark.id} cx={mark.x} cy={mark.y} r={4} fill="currentColor" />
          ) : (
            <rect
              key={mark.id}
              x={mark.x}
              y={mark.y}
              width={mark.w}
              height={mark.h}
              rx={2}
              fill={mark.uncertain || mark.gap ? 'var(--surface)' : 'var(--unknown)'}
              stroke="var(--unknown)"
              strokeDasharray={mark.uncertain || mark.approximate ? '3 2' : undefined}
            />
          ),
        )}
      </svg>
      {layout.eras.map((era) => (
        <p
          key={era.id}
          className="absolute inset-x-2 truncate text-s font-bold text-unknown"
          style={{ top: era.y + 3 }}
        >
          {events.find(({ id }) => id === era.id)?.title || tt('untitled')}
        </p>
      ))}
      {layout.years.map((year) => (
        <p
          key={year.year}
          aria-hidden="true"
          className="absolute w-12 -translate-x-1/2 bg-paper text-center text-[13px] leading-[18px] font-bold tabular-nums"
          style={{ left: year.x, top: year.y }}
        >
          {year.label}
          {year.age && <span className="block text-[12px] font-normal text-ink-soft">{year.age}</span>}
        </p>
      ))}
      {layout.breaks.map((gap) => (
        <p
          key={gap.fromDay}
          className="absolute inset-x-1 grid place-items-center border-y border-dashed border-edge bg-paper text-s text-ink-soft"
          style={{ top: gap.y, height: gap.h }}
        >
          {t('nothing', { count: gap.years })}
        </p>
      ))}
      {layout.undated && (
        <h2 className="absolute inset-x-2 text-m" style={{ top: layout.undated.y + 4 }}>
          {tt('list.noYear')}
        </h2>
      )}
      <p
        aria-hidden="true"
        className="absolute -translate-x-1/2 -translate-y-1/2 rounded-full bg-ink px-2 text-[12px] font-bold text-white"
        style={{ left: axis.x, top: axis.nowY }}
      >
        {tt('now')}
      </p>
    </>
  )
}
