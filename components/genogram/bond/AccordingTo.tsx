'use client'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useCase, useSession } from '@/components/board/session'
import { FIELD, LABEL } from '@/components/ui/classes'
import type { CaseRelation } from '@/lib/case/schema'
import { useCaseNames } from '../useCaseNames'

type Sayer = CaseRelation['accordingTo']

/** No id of a record has a space. */
const ACCOUNT = 'account '

/** According to whom a line is so: nobody in particular, who is at the keyboard, or a person of the case. */
export function AccordingTo({ value, onChange }: { value: Sayer; onChange: (sayer: Sayer) => void }) {
  const t = useTranslations('genogram.bond')
  const { people } = useCase()
  const { me } = useSession()
  const nameOf = useCaseNames()
  const memberOf = useNameOf()
  const id = useId()
  // Another participant who drew it stays named, and cannot be chosen by anybody else.
  const other =
    value?.person === null && value.principal !== null && value.principal !== me.id ? value.principal : null
  const chosen = value?.person ?? (value?.principal ? `${ACCOUNT}${value.principal}` : '')
  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {t('accordingToLabel')}
      </label>
      <select
        id={id}
        className={`mt-1 min-h-10 ${FIELD}`}
        value={chosen}
        onChange={({ target: { value: next } }) => {
          if (next === '') onChange(null)
          else if (next.startsWith(ACCOUNT)) onChange({ person: null, principal: next.slice(ACCOUNT.length) })
          else onChange({ person: next, principal: null })
        }}
      >
        <option value="">{t('nobody')}</option>
        <option value={`${ACCOUNT}${me.id}`}>{t('me')}</option>
        {other !== null && <option value={`${ACCOUNT}${other}`}>{memberOf(other) ?? t('someone')}</option>}
        {people
          .filter(({ kind }) => kind === 'person')
          .map((person) => (
            <option key={person.id} value={person.id}>
              {nameOf(person.id)}
            </option>
          ))}
      </select>
    </div>
  )
}
