'use client'
import { Star, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { useCase, useSession } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { FIELD, LABEL, QUIET } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { useToast } from '@/components/ui/Toasts'
import { setCrucial, setEventKind, setEventSide, setSource } from '@/lib/case/commands/events'
import { textOf } from '@/lib/case/doc'
import type { CaseEvent } from '@/lib/case/schema'
import { Circle, EventKind } from '@/lib/case/schema'
import { DateField } from './DateField'
import { KindIcon } from './EventCard'
import { binMoments } from './moments'
import { Takes } from './Takes'
import { useLanes } from './useTimeline'
import { WhoField } from './WhoField'

/** A moment to change: first what matters most, last what is rarely needed. */
export function EventFields({ event }: { event: CaseEvent }) {
  const t = useTranslations('timeline')
  const session = useSession()
  const { doc, actor, feed } = session
  const focus = useFocus()
  const toast = useToast()
  const caseData = useCase()
  const lanes = useLanes()
  const ids = { title: useId(), description: useId() }
  const title = textOf(doc, 'events', event.id, 'title')
  const description = textOf(doc, 'events', event.id, 'description')
  const { id } = event
  const bin = () => {
    const undo = binMoments(session, [id])
    focus.close()
    toast(t('binned', { title: event.title || t('untitled') }), { label: t('undo'), run: undo })
  }
  return (
    <div className="flex flex-col gap-5 p-4 pt-3">
      <div>
        <h2 id={ids.title} className={LABEL}>
          {t('panel.title')}
        </h2>
        {title && (
          <div className="mt-1">
            <SharedText
              single
              text={title}
              record={id}
              field="title"
              labelledBy={ids.title}
              placeholder={t('panel.titlePlaceholder')}
              max={300}
              takeFocus={focus.write}
              className={`${FIELD} text-l! font-bold`}
            />
          </div>
        )}
      </div>
      <DateField event={event} />
      <Choice
        small
        label={t('kind.label')}
        options={EventKind.options.map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`),
          icon: <KindIcon kind={kind} />,
        }))}
        value={event.kind}
        onChange={(kind) => {
          setEventKind(doc, actor(), { id, kind })
          feed.flush()
        }}
      />
      <WhoField event={event} caseData={caseData} />
      <div>
        <h3 id={ids.description} className={LABEL}>
          {t('panel.description')}
        </h3>
        {description && (
          <div className="mt-1">
            <SharedText
              text={description}
              record={id}
              field="description"
              labelledBy={ids.description}
              placeholder={t('panel.descriptionPlaceholder')}
              max={20_000}
              className={`${FIELD} min-h-20`}
            />
          </div>
        )}
      </div>
      <Takes event={event} />
      <hr className="border-line" />
      <Choice
        small
        label={t('side.label')}
        options={lanes.map((lane) => ({ value: lane.id, label: lane.name }))}
        value={event.side}
        onChange={(side) => {
          setEventSide(doc, actor(), { id, side })
          feed.flush()
        }}
      />
      <SourceField event={event} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <CrucialButton event={event} />
        <button type="button" className={`text-danger! ${QUIET}`} onClick={bin}>
          <Trash2 size={16} aria-hidden="true" />
          {t('panel.bin')}
        </button>
      </div>
    </div>
  )
}

function SourceField({ event: { id, source } }: { event: CaseEvent }) {
  const t = useTranslations('timeline.source')
  const { doc, actor, feed } = useSession()
  const field = useId()
  return (
    <div>
      <label htmlFor={field} className={LABEL}>
        {t('label')}
      </label>
      <select
        id={field}
        className={`mt-1 min-h-10 ${FIELD}`}
        value={source ?? ''}
        onChange={({ target }) => {
          const said = Circle.safeParse(target.value)
          setSource(doc, actor(), { id, source: said.success ? said.data : null })
          feed.flush()
        }}
      >
        <option value="">{t('none')}</option>
        {Circle.options.map((circle) => (
          <option key={circle} value={circle}>
            {t(circle)}
          </option>
        ))}
      </select>
    </div>
  )
}

function CrucialButton({ event: { id, crucial } }: { event: CaseEvent }) {
  const t = useTranslations('timeline.panel')
  const { doc, actor, feed } = useSession()
  return (
    <button
      type="button"
      aria-pressed={crucial}
      className={`inline-flex min-h-10 items-center gap-2 rounded-lg border px-3 text-m ${
        crucial ? 'border-accent bg-accent-soft font-bold text-accent-strong' : 'border-line text-ink'
      }`}
      onClick={() => {
        setCrucial(doc, actor(), { id, crucial: !crucial })
        feed.flush()
      }}
    >
      <Star size={16} fill={crucial ? 'currentColor' : 'none'} aria-hidden="true" />
      {t('crucial')}
    </button>
  )
}
