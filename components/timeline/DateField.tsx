'use client'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { wordsAbout } from '@/lib/case/anchors'
import { setEventAnchor } from '@/lib/case/commands/dates'
import { setEventDate } from '@/lib/case/commands/events'
import type { CaseEvent } from '@/lib/case/schema'
import { SaidDateField } from './SaidDateField'

/** When it was: also by somebody's age, or before or after another moment. */
export function DateField({ event }: { event: CaseEvent }) {
  const t = useTranslations('timeline.date')
  const d = useTranslations('dates')
  const { doc, actor, feed } = useSession()
  const caseData = useCase()
  const { id } = event
  const about = useMemo(() => wordsAbout(caseData, id), [caseData, id])
  return (
    <SaidDateField
      label={t('label')}
      placeholder={t('placeholder')}
      examples={d('examples')}
      said={event}
      about={about}
      onKeep={({ date, originalText, anchor }) => {
        const kept = anchor !== null && setEventAnchor(doc, actor(), { id, anchor, originalText })
        // What it hung on may be gone by now; the words and the date stay.
        if (!kept) setEventDate(doc, actor(), { id, date, originalText })
        feed.flush()
      }}
    />
  )
}
