'use client'
import { ListChecks, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { today, useCase, useSession } from '@/components/board/session'
import { LineMenu } from '@/components/lanes/LineMenu'
import { focusSoon } from '@/components/people/place'
import { ManyBar } from '@/components/timeline/select/ManyBar'
import { useBinMoments } from '@/components/timeline/useBinMoments'
import { useLineSettings, useTimelineContent } from '@/components/timeline/useTimeline'
import { useWork } from '@/components/timeline/work/work'
import { PRIMARY, QUIET } from '@/components/ui/classes'
import { eventsByYear } from '@/lib/timeline/byYear'
import { useChoosing } from './choosing'
import { LineOrList } from './LineOrList'
import { ListCard } from './ListCard'
import { MomentForm } from './MomentForm'
import { MomentTable } from './MomentTable'
import { PhoneLine } from './PhoneLine'
import type { ShownAs } from './useShownAs'
import { hasDraft } from './useMomentDraft'

/** `data-row` of the button that adds a moment. */
const ADD = 'add-moment'

/** The moments without a canvas: to read as a list, a table or a line, to add to, and to change one by one or together. */
export function MomentsPart({ as, onAs }: { as: ShownAs; onAs: (as: ShownAs) => void }) {
  const t = useTranslations('timeline')
  const tp = useTranslations('phone')
  const caseData = useCase()
  const line = useLineSettings()
  const { canWrite, me } = useSession()
  // What was typed before the phone slept or the line dropped stands there again.
  const [adding, setAdding] = useState(() => canWrite && hasDraft(me.id))
  const { choosing, start, stop, letGo } = useChoosing()
  const bin = useBinMoments()
  const { found } = useWork()
  // In a list what is looked for stands alone: there is no line around it that would be missed.
  const shown = useMemo(
    () => caseData.events.filter(({ id }) => !found || found.includes(id)),
    [caseData, found],
  )
  const isEmpty = caseData.events.length === 0
  // Who works by keyboard goes on with the next moment, or wherever they like.
  const done = () => {
    setAdding(false)
    focusSoon(`[data-row="${ADD}"]`)
  }
  const canChoose = canWrite && !isEmpty && as !== 'line'
  return (
    <>
      {caseData.meta.question && <p className="text-m text-ink-soft">{caseData.meta.question}</p>}
      {isEmpty && !adding && <Empty canWrite={canWrite} onAdd={() => setAdding(true)} />}
      {canWrite && !adding && !isEmpty && (
        <button
          type="button"
          data-row={ADD}
          className={`self-start ${PRIMARY}`}
          onClick={() => setAdding(true)}
        >
          <Plus size={18} aria-hidden="true" />
          {t('list.add')}
        </button>
      )}
      {adding && <MomentForm lanes={line.lanes} onDone={done} />}
      <div className="flex flex-wrap items-center justify-between gap-2">
        {!isEmpty && (
          <>
            <p className="text-s text-ink-soft">{t('list.count', { count: caseData.events.length })}</p>
            <LineOrList as={as} onAs={onAs} />
          </>
        )}
        <LineMenu timeline={line} />
        {canChoose && (
          <button
            type="button"
            aria-pressed={choosing !== null}
            className={QUIET}
            onClick={choosing ? stop : start}
          >
            <ListChecks size={18} aria-hidden="true" />
            {tp(choosing ? 'several.stop' : 'several.start')}
          </button>
        )}
      </div>
      {canChoose && choosing && (
        <div className="sticky top-2 z-10">
          <ManyBar chosen={[...choosing.chosen].sort()} onBin={bin} onLet={letGo} />
        </div>
      )}
      {!isEmpty && as === 'line' && <PhoneLine />}
      {!isEmpty && as === 'table' && <MomentTable events={shown} choosing={choosing} />}
      {as === 'list' && <MomentList events={shown} choosing={choosing} />}
    </>
  )
}

/** The moments in order of date under their years, as words. */
function MomentList({ events, choosing }: React.ComponentProps<typeof MomentTable>) {
  const t = useTranslations('timeline')
  const content = useTimelineContent()
  const { lanes } = useLineSettings()
  return eventsByYear(events, today()).map(({ year, events: inYear }) => {
    const title = year === null ? t('list.noYear') : String(year)
    return (
      <section key={title} aria-label={title}>
        <h2 className="mt-3 mb-2 text-l font-bold tabular-nums">{title}</h2>
        <ol className="flex flex-col gap-2">
          {inYear.map((event) => {
            const said = content.get(event.id)
            const side = lanes.find(({ id }) => id === event.side)?.name ?? ''
            return (
              said && <ListCard key={event.id} event={event} said={said} side={side} choosing={choosing} />
            )
          })}
        </ol>
      </section>
    )
  })
}

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
      <button type="button" data-row={ADD} className={PRIMARY} onClick={onAdd}>
        {t('empty.add')}
      </button>
    </section>
  )
}
