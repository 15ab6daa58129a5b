'use client'
import { Star, Trash2, X } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef } from 'react'
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

const TITLE_LABEL = 'moment-title'

/** One moment, whole: words, date, kind, side, who, and what it was for each. Esc closes it. */
export function EventPanel({ eventId }: { eventId: string }) {
  const t = useTranslations('timeline.panel')
  const focus = useFocus()
  const caseData = useCase()
  const event = caseData.events.find(({ id }) => id === eventId)
  const cameFrom = useRef<Element | null>(null)

  useEffect(() => {
    cameFrom.current = document.activeElement
    return () => {
      const before = cameFrom.current
      // Focus goes back to where it came from, unless it has gone elsewhere meanwhile.
      const isLost = !document.activeElement || document.activeElement === document.body
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  useEscape(focus.close)

  return (
    <aside
      aria-label={t('label')}
      className="rt-panel flex flex-col overflow-y-auto overscroll-contain rounded-card border border-line bg-surface shadow-card"
    >
      <div className="sticky top-0 z-10 flex items-center justify-between gap-2 bg-surface py-1 pr-1 pl-4">
        <h2 id={TITLE_LABEL} className={LABEL}>
          {t('title')}
        </h2>
        <button type="button" aria-label={t('close')} className={`min-w-10 ${QUIET}`} onClick={focus.close}>
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      {event ? (
        <EventFields key={event.id} event={event} />
      ) : (
        <p className="p-4 pt-0 text-m text-ink-soft">{t('gone')}</p>
      )}
    </aside>
  )
}

/** Escape closes the panel wherever the focus is, unless something on top of it wants it first. */
function useEscape(close: () => void): void {
  // Before the panel is painted: whoever sees it can close it.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      if (document.querySelector('[data-radix-popper-content-wrapper], [role="dialog"]')) return
      // Before the canvas library sees it and lets go of the card.
      event.stopPropagation()
      close()
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [close])
}

function EventFields({ event }: { event: CaseEvent }) {
  const t = useTranslations('timeline')
  const { doc, actor, canWrite, feed } = useSession()
  const session = useSession()
  const focus = useFocus()
  const toast = useToast()
  const caseData = useCase()
  const lanes = useLanes()
  const ids = { description: useId(), source: useId() }
  const title = textOf(doc, 'events', event.id, 'title')
  const description = textOf(doc, 'events', event.id, 'description')
  const { id } = event
  const bin = () => {
    const undo = binMoments(session, [id])
    focus.close()
    toast(t('binned', { title: event.title || t('untitled') }), { label: t('undo'), run: undo })
  }
  return (
    <div className="flex flex-col gap-5 p-4 pt-0">
      <div>
        {title && (
          <div>
            <SharedText
              single
              text={title}
              record={id}
              field="title"
              labelledBy={TITLE_LABEL}
              placeholder={t('panel.titlePlaceholder')}
              max={300}
              readOnly={!canWrite}
              takeFocus={focus.write}
              className={`${FIELD} text-l! font-bold`}
            />
          </div>
        )}
      </div>
      <DateField event={event} />
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
              readOnly={!canWrite}
              className={`${FIELD} min-h-20`}
            />
          </div>
        )}
      </div>
      <WhoField event={event} caseData={caseData} />
      <Takes event={event} />
      <hr className="border-line" />
      <Choice
        label={t('kind.label')}
        options={EventKind.options.map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`),
          icon: <KindIcon kind={kind} />,
        }))}
        value={event.kind}
        disabled={!canWrite}
        onChange={(kind) => {
          setEventKind(doc, actor(), { id, kind })
          feed.flush()
        }}
      />
      <Choice
        label={t('side.label')}
        options={lanes.map((lane) => ({ value: lane.id, label: lane.name }))}
        value={event.side}
        disabled={!canWrite}
        onChange={(side) => {
          setEventSide(doc, actor(), { id, side })
          feed.flush()
        }}
      />
      <div className="flex flex-wrap items-end gap-3">
        <div className="flex-1">
          <label htmlFor={ids.source} className={LABEL}>
            {t('source.label')}
          </label>
          <select
            id={ids.source}
            className={`mt-1 min-h-10 ${FIELD}`}
            value={event.source ?? ''}
            disabled={!canWrite}
            onChange={({ target }) => {
              const source = Circle.safeParse(target.value)
              setSource(doc, actor(), { id, source: source.success ? source.data : null })
              feed.flush()
            }}
          >
            <option value="">{t('source.none')}</option>
            {Circle.options.map((circle) => (
              <option key={circle} value={circle}>
                {t(`source.${circle}`)}
              </option>
            ))}
          </select>
        </div>
        <button
          type="button"
          aria-pressed={event.crucial}
          disabled={!canWrite}
          className={`inline-flex min-h-10 items-center gap-2 rounded-lg border px-3 text-m ${
            event.crucial
              ? 'border-accent bg-accent-soft font-bold text-accent-strong'
              : 'border-line text-ink'
          }`}
          onClick={() => {
            setCrucial(doc, actor(), { id, crucial: !event.crucial })
            feed.flush()
          }}
        >
          <Star size={16} fill={event.crucial ? 'currentColor' : 'none'} aria-hidden="true" />
          {t('panel.crucial')}
        </button>
      </div>
      {canWrite && (
        <button type="button" className={`self-start text-danger! ${QUIET}`} onClick={bin}>
          <Trash2 size={16} aria-hidden="true" />
          {t('panel.bin')}
        </button>
      )}
    </div>
  )
}
