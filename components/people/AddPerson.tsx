'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { FreshDateField, NO_DATE } from '@/components/timeline/FreshDateField'
import { useToast } from '@/components/ui/Toasts'
import { addPerson } from '@/lib/case/commands/people'
import { peopleNamed } from '@/lib/case/queries'
import type { CircleName } from '@/lib/case/schema'
import { AddForm } from './AddForm'
import { CircleChoice } from './CircleChoice'
import { rowOf } from './place'

/** Somebody new: a name, and if they know it where they belong and when they were born. */
export function AddPerson({ onDone }: { onDone: (row: string | null) => void }) {
  const t = useTranslations('people')
  const { doc, actor, feed } = useSession()
  const { people } = useCase()
  const toast = useToast()
  const [circle, setCircle] = useState<CircleName | null>(null)
  const [birth, setBirth] = useState(NO_DATE)
  const save = (name: string) => {
    const added = addPerson(doc, actor(), { name, birth, circle: circle ?? 'unknown' })
    feed.flush()
    toast(t('add.added', { name: name.trim() }))
    onDone(added && rowOf('people', added))
  }
  return (
    <AddForm
      title={t('add.personTitle')}
      hint={(name) => (name.trim() && peopleNamed(people, name).length > 0 ? t('add.known') : '')}
      onSave={save}
      onCancel={() => onDone(null)}
    >
      <CircleChoice label={t('add.circle')} value={circle} onChange={setCircle} />
      <FreshDateField
        label={t('card.birth')}
        placeholder={t('card.birthPlaceholder')}
        value={birth}
        onChange={setBirth}
      />
    </AddForm>
  )
}
