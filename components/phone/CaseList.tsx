'use client'
import { Plus, Star } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { today, useCase, useSession } from '@/components/board/session'
import { KindIcon } from '@/components/timeline/EventCard'
import { tintOf } from '@/components/timeline/tints'
import { useContentWords, useLanes } from '@/components/timeline/useTimeline'
import { PRIMARY } from '@/components/ui/classes'
import { sortedEvents } from '@/lib/case/queries'
import { boundsOf, dateOfDay } from '@/lib/dates/bounds'
import type { DateBounds, Day } from '@/lib/dates/types'
import { timelineContent } from '@/lib/timeline/fromCase'
import type { CardContent } from '@/lib/timeline/types'
import { MomentForm } from './MomentForm'

/** The case as a list to read and to add to: the same moments, without a canvas. */
export function CaseList() {
  const t = useTranslations('timeline')
  const caseData = useCase()
  const lanes = useLanes()
  const words = useContentWords()
  const { locale, canWrite } = useSession()
  const [adding, setAdding] = useState(false)
  const years = useMemo(() => byYear(caseData.events, t('list.noYear')), [caseData, t])
  const content = useMemo(() => timelineContent(caseData, locale, words), [caseData, locale, words])
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-2xl flex-col gap-4 px-4 pt-4 pb-24">
        {caseData.meta.question && <p className="text-m text-ink-soft">{caseData.meta.question}</p>}
        {canWrite && !adding && (
          <button type="button" className={`self-start ${PRIMARY}`} onClick={() => setAdding(true)}>
            <Plus size={18} aria-hidden="true" />
            {t('list.add')}
          </button>
        )}
        {adding && <MomentForm lanes={lanes} onDone={() => setAdding(false)} />}
        <p className="text-s text-ink-soft">{t('list.count', { count: caseData.events.length })}</p>
        {years.map(({ year, events }) => (
          <section key={year} aria-label={year}>
            <h2 className="mt-3 mb-2 text-l font-bold tabular-nums">{year}</h2>
            <ul className="flex flex-col gap-2">
              {events.map((event) => {
                const said = content.get(event.id)
                const side = lanes.find(({ id }) => id === event.side)?.name ?? ''
                return said && <ListCard key={event.id} id={event.id} said={said} side={side} />
              })}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}

/** One moment in the list; opens the panel. */
function ListCard({ id, said, side }: { id: string; said: CardContent; side: string }) {
  const t = useTranslations('timeline')
  const focus = useFocus()
  const tint = tintOf(said.tint)
  return (
    <li>
      <button
        type="button"
        className="w-full overflow-hidden rounded-card border border-line bg-surface text-left shadow-card hover:border-edge"
        onClick={() => focus.open(id)}
      >
        <span
          className="flex items-center gap-2 px-3 py-1 text-s font-bold"
          style={{ color: tint.line, background: tint.soft }}
        >
          <KindIcon kind={said.kind} />
          {said.kindText}
          <span className="ml-auto font-normal">{side}</span>
          {said.crucial && <Star size={14} fill="currentColor" aria-label={t('panel.crucial')} />}
        </span>
        <span className="block px-3 pt-2 text-m font-bold [overflow-wrap:anywhere]">
          {said.title || t('untitled')}
        </span>
        <span className="block px-3 pb-2 text-s text-ink-soft">
          {[said.dateText, said.who].filter(Boolean).join(' · ')}
        </span>
      </button>
    </li>
  )
}

type Events = ReturnType<typeof sortedEvents>

/** Events in order of date under their first possible year; undated ones last. */
function byYear(events: Events, undated: string): { year: string; events: Events }[] {
  const groups: { year: string; events: Events }[] = []
  for (const event of sortedEvents(events, today())) {
    const bounds = event.date === null ? null : boundsOf(event.date, today())
    const year = bounds ? String(dateOfDay(yearDay(bounds)).year) : undated
    const last = groups.find((group) => group.year === year)
    if (last) last.events.push(event)
    else groups.push({ year, events: [event] })
  }
  return groups.sort(
    (a, b) => Number(a.year === undated) - Number(b.year === undated) || Number(a.year) - Number(b.year),
  )
}

/** A day in the year that people mean: "± 2014" is drawn from the middle of 2013 on and belongs to 2014. */
function yearDay({ kind, startDay, endDay, approximate }: DateBounds): Day {
  if (kind !== 'period') return Math.floor((startDay + endDay) / 2)
  return approximate ? startDay + HALF_YEAR_DAYS : startDay
}

const HALF_YEAR_DAYS = 184
