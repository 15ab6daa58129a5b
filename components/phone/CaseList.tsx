'use client'
import { Plus, Star } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { today, useCase, useSession } from '@/components/board/session'
import { FamilyPart } from '@/components/genogram/family/FamilyPart'
import { useGenogramView } from '@/components/genogram/view'
import { LitMark } from '@/components/looking/lit'
import { LookList } from '@/components/looking/LookList'
import { usePeople } from '@/components/people/place'
import { roundOfAddress } from '@/components/stakeholders/rounds/useRounds'
import { StakeTable } from '@/components/stakeholders/StakeTable'
import { KindIcon } from '@/components/timeline/EventCard'
import { tintOf } from '@/components/timeline/tints'
import { useLanes, useTimelineContent } from '@/components/timeline/useTimeline'
import { WorkShell } from '@/components/timeline/work/WorkShell'
import { useWork } from '@/components/timeline/work/work'
import { Switch } from '@/components/ui/Switch'
import { PRIMARY } from '@/components/ui/classes'
import { sortedEvents } from '@/lib/case/queries'
import type { CaseEvent } from '@/lib/case/schema'
import { boundsOf, dateOfDay } from '@/lib/dates/bounds'
import type { DateBounds, Day } from '@/lib/dates/types'
import type { CardContent } from '@/lib/timeline/types'
import { LineOrList } from './LineOrList'
import { MomentForm } from './MomentForm'
import { PhoneLine } from './PhoneLine'
import { useShownAs } from './useShownAs'
import { hasDraft } from './useMomentDraft'

/** The case as a list to read and to add to: the same moments, without a canvas. `narrow`: panels lie over it. */
export function CaseList({ narrow }: { narrow: boolean }) {
  const t = useTranslations('timeline')
  const tf = useTranslations('genogram.family')
  const ts = useTranslations('stakeholders')
  const tl = useTranslations('looking')
  const caseData = useCase()
  const lanes = useLanes()
  const content = useTimelineContent()
  const { canWrite, me } = useSession()
  const focus = useFocus()
  const { place } = usePeople()
  const { bond } = useGenogramView()
  const covered = narrow && (focus.eventId !== null || bond !== null || place !== null)
  // What was typed before the phone slept or the line dropped stands there again.
  const [adding, setAdding] = useState(() => canWrite && hasDraft(me.id))
  const [as, setAs] = useShownAs()
  // Who was in a round is there again after a reload.
  const [part, setPart] = useState<(typeof PARTS)[number]>(() => (roundOfAddress() ? 'stakes' : 'moments'))
  const { found } = useWork()
  // In a list what is looked for stands alone: there is no line around it that would be missed.
  const shown = useMemo(
    () => caseData.events.filter(({ id }) => !found || found.includes(id)),
    [caseData, found],
  )
  const years = useMemo(() => byYear(shown, t('list.noYear')), [shown, t])
  const isEmpty = caseData.events.length === 0
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" inert={covered}>
      <WorkShell canvas={false} />
      <div
        className={`mx-auto flex flex-col gap-4 px-4 pt-4 pb-24 max-[380px]:px-2 ${part === 'stakes' ? 'max-w-4xl' : 'max-w-2xl'}`}
      >
        <Switch
          label={tf('parts')}
          options={PARTS.map((value) => ({
            value,
            label: value === 'stakes' ? ts('title') : value === 'look' ? tl('title') : tf(`part.${value}`),
          }))}
          value={part}
          onChange={setPart}
        />
        {part === 'family' && <FamilyPart />}
        {part === 'stakes' && <StakeTable />}
        {part === 'look' && <LookList />}
        {part === 'moments' && (
          <>
            {caseData.meta.question && <p className="text-m text-ink-soft">{caseData.meta.question}</p>}
            {isEmpty && !adding && <Empty canWrite={canWrite} onAdd={() => setAdding(true)} />}
            {canWrite && !adding && !isEmpty && (
              <button type="button" className={`self-start ${PRIMARY}`} onClick={() => setAdding(true)}>
                <Plus size={18} aria-hidden="true" />
                {t('list.add')}
              </button>
            )}
            {adding && <MomentForm lanes={lanes} onDone={() => setAdding(false)} />}
            {!isEmpty && (
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p className="text-s text-ink-soft">{t('list.count', { count: caseData.events.length })}</p>
                <LineOrList as={as} onAs={setAs} />
              </div>
            )}
            {!isEmpty && as === 'line' && <PhoneLine />}
            {(as === 'list' ? years : []).map(({ year, events }) => (
              <section key={year} aria-label={year}>
                <h2 className="mt-3 mb-2 text-l font-bold tabular-nums">{year}</h2>
                <ul className="flex flex-col gap-2">
                  {events.map((event) => {
                    const said = content.get(event.id)
                    const side = lanes.find(({ id }) => id === event.side)?.name ?? ''
                    return said && <ListCard key={event.id} event={event} said={said} side={side} />
                  })}
                </ul>
              </section>
            ))}
          </>
        )}
      </div>
    </div>
  )
}

/** What a case can be read as without a canvas. */
const PARTS = ['moments', 'family', 'stakes', 'look'] as const

/** What to do first, and one button: the same words as on the canvas. */
function Empty({ canWrite, onAdd }: { canWrite: boolean; onAdd: () => void }) {
  const t = useTranslations('timeline')
  if (!canWrite) return <p className="text-m text-ink-soft">{t('emptyRead')}</p>
  return (
    <section
      aria-label={t('empty.title')}
      className="rounded-card border border-line bg-surface p-6 text-center shadow-card"
    >
      <h2 className="text-l">{t('empty.title')}</h2>
      <p className="mt-1 mb-4 text-m text-ink-soft">{t('empty.text')}</p>
      <button type="button" className={PRIMARY} onClick={onAdd}>
        {t('empty.add')}
      </button>
    </section>
  )
}

/** One moment in the list; opens the panel. */
function ListCard({ event, said, side }: { event: CaseEvent; said: CardContent; side: string }) {
  const t = useTranslations('timeline')
  const focus = useFocus()
  const tint = tintOf(said.tint)
  const sureness = surenessOf(event.date)
  const dateWords = sureness ? `${said.dateText}, ${t(`sureness.${sureness}`)}` : said.dateText
  return (
    <li>
      <button
        type="button"
        className="w-full overflow-hidden rounded-card border border-line bg-surface text-left shadow-card hover:border-edge"
        onClick={() => focus.open(event.id)}
      >
        <span
          className="flex items-center gap-2 px-3 py-1 text-s font-bold"
          style={{ color: tint.line, background: tint.soft }}
        >
          <KindIcon kind={said.kind} />
          {said.kindText}
          <span className="ml-auto font-normal">{side}</span>
        </span>
        <span className="mx-3 mt-2 line-clamp-4 text-m font-bold [overflow-wrap:anywhere]">
          {said.title || t('untitled')}
        </span>
        <span className="block px-3 pb-2 text-s text-ink-soft">
          {[dateWords, said.who].filter(Boolean).join(' · ')}
        </span>
        {said.crucial && (
          <span className="-mt-1 flex items-center gap-1 px-3 pb-2 text-s font-bold">
            <Star size={14} fill="currentColor" aria-hidden="true" />
            {t('panel.crucial')}
          </span>
        )}
        <LitMark id={event.id} />
      </button>
    </li>
  )
}

/** How sure a date is, for the words beside it: "±" and "?" are not for everybody. */
function surenessOf(date: string | null): 'approximate' | 'uncertain' | 'both' | null {
  const bounds = date === null ? null : boundsOf(date, today())
  if (!bounds || !(bounds.approximate || bounds.uncertain)) return null
  return bounds.approximate && bounds.uncertain ? 'both' : bounds.approximate ? 'approximate' : 'uncertain'
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
