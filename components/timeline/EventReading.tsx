'use client'
import { Star } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { CaseEvent } from '@/lib/case/schema'
import { Takes } from './Takes'
import { useLanes, useTimelineContent } from './useTimeline'

/** A moment to read, for who looks on: words, and nothing that looks as if it could be filled in. */
export function EventReading({ event }: { event: CaseEvent }) {
  const t = useTranslations('timeline')
  const said = useTimelineContent().get(event.id)
  const side = useLanes().find(({ id }) => id === event.side)?.name
  return (
    <div className="flex flex-col gap-4 p-4 pt-3">
      <div>
        <h2 className="text-l font-bold [overflow-wrap:anywhere]">{event.title || t('untitled')}</h2>
        <p className="text-m text-ink-soft">{[said?.dateText, side].filter(Boolean).join(' · ')}</p>
        {event.crucial && (
          <p className="mt-1 flex items-center gap-1.5 text-m">
            <Star size={16} fill="currentColor" aria-hidden="true" />
            {t('panel.crucial')}
          </p>
        )}
      </div>
      {event.description && (
        <p className="text-m [overflow-wrap:anywhere] whitespace-pre-wrap">{event.description}</p>
      )}
      <dl className="flex flex-col gap-3 text-m">
        {said?.who && (
          <div>
            <dt className="font-bold">{t('who.label')}</dt>
            <dd>{said.who}</dd>
          </div>
        )}
        {event.source && (
          <div>
            <dt className="font-bold">{t('source.label')}</dt>
            <dd>{t(`source.${event.source}`)}</dd>
          </div>
        )}
      </dl>
      {Object.keys(event.takes).length > 0 && <Takes event={event} />}
    </div>
  )
}
