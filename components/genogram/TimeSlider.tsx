'use client'
import { useId, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { today, useCase } from '@/components/board/session'
import { BUTTON } from '@/components/ui/classes'
import { genogramYears } from '@/lib/genogram/years'
import { useGenogramView } from './view'

/** The family as it was in a year: a slider from the first date to now. `row`: on one line. */
export function TimeSlider({ row = false }: { row?: boolean }) {
  const t = useTranslations('genogram.bar')
  const { at, setAt } = useGenogramView()
  const caseData = useCase()
  const day = today()
  const years = useMemo(() => genogramYears(caseData, day), [caseData, day])
  const id = useId()
  if (!years || years.first >= years.last)
    return row ? <p className="py-2 text-m text-ink-soft">{t('noYears')}</p> : null
  const year = Math.min(years.last, Math.max(years.first, at ?? years.last))
  const said = at === null ? t('today') : t('inYear', { year: String(year) })
  return (
    <div className={row ? 'flex items-center gap-3' : 'flex flex-col gap-1'}>
      <label htmlFor={id} className="text-m font-bold whitespace-nowrap">
        {t('year')}
      </label>
      <input
        id={id}
        type="range"
        min={years.first}
        max={years.last}
        step={1}
        value={year}
        aria-valuetext={said}
        list={`${id}-marked`}
        className={`min-h-10 accent-accent ${row ? 'w-44' : 'w-full'}`}
        // This year is now, and goes on being now.
        onChange={({ target }) => {
          const next = Number(target.value)
          setAt(next >= years.last ? null : next)
        }}
      />
      <datalist id={`${id}-marked`}>
        {years.marked.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <p role="status" className="text-m tabular-nums whitespace-nowrap">
        {said}
      </p>
      {at !== null && !row && <p className="text-s text-ink-soft">{t('perhaps')}</p>}
      {at !== null && (
        <button type="button" title={t('perhaps')} className={`px-3! ${BUTTON}`} onClick={() => setAt(null)}>
          {t('now')}
        </button>
      )}
    </div>
  )
}
