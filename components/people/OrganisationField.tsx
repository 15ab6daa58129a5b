'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { BUTTON, FIELD, LABEL } from '@/components/ui/classes'
import { addOrganisationOf } from '@/lib/case/commands/organisations'
import { setOrganisation } from '@/lib/case/commands/people'
import type { CasePerson } from '@/lib/case/schema'
import { focusSoon } from './place'

/** No id of a record has a space. */
const NEW = 'a new one'

/** The organisation that a person belongs to: one of the story, or a new one. */
export function OrganisationField({ person }: { person: CasePerson }) {
  const t = useTranslations('people')
  const { doc, actor, feed } = useSession()
  const { organisations } = useCase()
  const id = useId()
  const [isNew, setNew] = useState(false)
  const known = organisations.some((one) => one.id === person.organisation)
  const choose = (value: string) => {
    setNew(value === NEW)
    if (value === NEW) return
    setOrganisation(doc, actor(), { id: person.id, organisation: value || null })
    feed.flush()
  }
  const close = () => {
    setNew(false)
    focusSoon(`[data-row="organisation-of"]`)
  }
  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {t('card.organisation')}
      </label>
      <select
        id={id}
        data-row="organisation-of"
        className={`mt-1 min-h-10 ${FIELD}`}
        value={isNew ? NEW : known ? (person.organisation ?? '') : ''}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{t('card.noOrganisation')}</option>
        {organisations.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name || t('noName')}
          </option>
        ))}
        <option value={NEW}>{t('card.newOrganisation')}</option>
      </select>
      {isNew && (
        <NewOrganisation
          onName={(name) => {
            addOrganisationOf(doc, actor(), { person: person.id, name })
            feed.flush()
            close()
          }}
          onCancel={close}
        />
      )}
    </div>
  )
}

function NewOrganisation({ onName, onCancel }: { onName: (name: string) => void; onCancel: () => void }) {
  const t = useTranslations('people.card')
  const [name, setName] = useState('')
  return (
    <form
      data-escape
      className="mt-2 flex gap-2"
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) onName(name)
      }}
    >
      <input
        aria-label={t('newOrganisationName')}
        placeholder={t('newOrganisationName')}
        className={FIELD}
        value={name}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className={BUTTON} disabled={!name.trim()}>
        {t('addOrganisation')}
      </button>
    </form>
  )
}
