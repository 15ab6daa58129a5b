'use client'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { FIELD, LABEL } from '@/components/ui/classes'
import { dreamerOf, makeDream } from '@/lib/case/commands/dream'
import type { CaseEvent } from '@/lib/case/schema'
import type { Words } from './useWords'

/** Whose dream it is: its words are theirs. */
export function DreamerField({ event, words }: { event: CaseEvent; words: Words }) {
  const t = useTranslations('event.dream')
  const { doc, actor, feed } = useSession()
  const { people } = useCase()
  const id = useId()
  if (!words.open) return null
  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {t('whose')}
      </label>
      <select
        id={id}
        className={`mt-1 min-h-10 ${FIELD}`}
        value={dreamerOf(event) ?? ''}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          makeDream(doc, actor(), { id: event.id, person: target.value || null })
          words.grant()
          feed.flush()
        }}
      >
        <option value="">{t('choose')}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="mt-1 text-s text-ink-soft">
        {t('hint')}
      </p>
    </div>
  )
}
