'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { FIELD, LABEL } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { addOrganisation } from '@/lib/case/commands/organisations'
import { AddForm } from './AddForm'
import { rowOf } from './place'

/** A new organisation: a name, and what kind it is. */
export function AddOrganisation({ onDone }: { onDone: (row: string | null) => void }) {
  const t = useTranslations('people')
  const { doc, actor, feed } = useSession()
  const toast = useToast()
  const id = useId()
  const [kind, setKind] = useState('')
  const save = (name: string) => {
    const added = addOrganisation(doc, actor(), { name, kind: kind.trim() })
    feed.flush()
    toast(t('add.added', { name: name.trim() }))
    onDone(added && rowOf('organisations', added))
  }
  return (
    <AddForm title={t('add.organisationTitle')} hint={() => ''} onSave={save} onCancel={() => onDone(null)}>
      <div>
        <label htmlFor={id} className={LABEL}>
          {t('card.kind')}
        </label>
        <input
          id={id}
          className={`mt-1 min-h-10 ${FIELD}`}
          placeholder={t('card.kindPlaceholder')}
          maxLength={200}
          value={kind}
          autoComplete="off"
          onChange={({ target }) => setKind(target.value)}
        />
      </div>
    </AddForm>
  )
}
