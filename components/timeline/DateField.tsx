'use client'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { setEventDate } from '@/lib/case/commands/events'
import type { CaseEvent } from '@/lib/case/schema'
import { SaidDateField } from './SaidDateField'

/** When it was. */
export function DateField({ event }: { event: CaseEvent }) {
  const t = useTranslations('timeline.date')
  const { doc, actor, feed } = useSession()
  return (
    <SaidDateField
      label={t('label')}
      placeholder={t('placeholder')}
      said={event}
      note={event.anchor ? t('relative') : undefined}
      onKeep={({ date, originalText }) => {
        setEventDate(doc, actor(), { id: event.id, date, originalText })
        feed.flush()
      }}
    />
  )
}
