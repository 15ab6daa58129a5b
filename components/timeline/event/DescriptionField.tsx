'use client'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { FIELD, LABEL } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { textOf } from '@/lib/case/doc'
import type { CaseEvent } from '@/lib/case/schema'

/** More words of a moment; those of somebody else are there to read. */
export function DescriptionField({ event, open }: { event: CaseEvent; open: boolean }) {
  const t = useTranslations('timeline.panel')
  const { doc } = useSession()
  const id = useId()
  const description = textOf(doc, 'events', event.id, 'description')
  if (!open && event.description.trim() === '') return null
  return (
    <div>
      <h3 id={id} className={LABEL}>
        {t('description')}
      </h3>
      {open && description ? (
        <div className="mt-1">
          <SharedText
            text={description}
            record={event.id}
            field="description"
            labelledBy={id}
            placeholder={t('descriptionPlaceholder')}
            max={20_000}
            className={`${FIELD} min-h-20`}
          />
        </div>
      ) : (
        <p className="mt-1 text-m [overflow-wrap:anywhere] whitespace-pre-wrap">{event.description}</p>
      )}
    </div>
  )
}
