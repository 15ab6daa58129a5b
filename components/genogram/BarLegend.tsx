'use client'
import { useTranslations } from 'use-intl'
import { svgShapes } from '@/lib/drawing/toSvg'
import { type LegendEntry, SIGN_H, SIGN_W } from '@/lib/genogram/drawLegend'

/** What the signs in the picture mean: only those that are used. */
export function BarLegend({ entries }: { entries: readonly LegendEntry[] }) {
  const t = useTranslations('genogram.bar')
  if (entries.length === 0) return <p className="text-m text-ink-soft">{t('noLegend')}</p>
  return (
    // Nothing in it can have the focus: who goes by keyboard scrolls the list itself.
    <ul tabIndex={0} aria-label={t('signs')} className="flex flex-col gap-1 overflow-y-auto">
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
