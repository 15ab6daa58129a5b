'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { BUTTON, FIELD, LABEL, PRIMARY, QUIET } from '@/components/ui/classes'
import { keyOfPerson } from '@/lib/case/words'

const OTHER = 'other'

/** For whom somebody writes: the key that their words stand under, and what is kept beside them. */
export interface ScribedFor {
  key: string
  by: { name: string; person: string | null; writtenBy: string }
}

interface Props {
  /** What has been said already, by who says it: that is changed where it stands. */
  said: Readonly<Record<string, unknown>>
  onStart: (given: ScribedFor) => void
}

/** Writes down what somebody without a device says, with their yes: for a person of the case, or by name. */
export function ScribeTake({ said, onStart }: Props) {
  const t = useTranslations('event.scribe')
  const { actor, me } = useSession()
  const { people } = useCase()
  const [open, setOpen] = useState(false)
  const [who, setWho] = useState('')
  const [typed, setTyped] = useState('')
  const [yes, setYes] = useState(false)
  const ids = { who: useId(), name: useId() }
  const choices = people.filter((one) => !said[keyOfPerson(one)] && one.principal !== me.id)
  const person = choices.find(({ id }) => id === who)
  const name = person?.name ?? (who === OTHER ? typed.trim() : '')
  const close = () => {
    setOpen(false)
    setWho('')
    setTyped('')
    setYes(false)
  }
  const start = () => {
    const key = person ? keyOfPerson(person) : actor().newId()
    close()
    onStart({ key, by: { name, person: person?.id ?? null, writtenBy: me.id } })
  }
  if (!open)
    return (
      <button type="button" className={QUIET} onClick={() => setOpen(true)}>
        {t('open')}
      </button>
    )
  return (
    <div
      data-escape
      className="flex flex-col gap-3 rounded-card border border-line bg-paper p-3"
      onKeyDown={(key) => key.key === 'Escape' && close()}
    >
      <div>
        <label htmlFor={ids.who} className={LABEL}>
          {t('who')}
        </label>
        <select
          autoFocus
          id={ids.who}
          className={`mt-1 min-h-10 ${FIELD}`}
          value={who}
          onChange={({ target }) => {
            setWho(target.value)
            setYes(false)
          }}
        >
          <option value="">{t('choose')}</option>
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
          <option value={OTHER}>{t('other')}</option>
        </select>
      </div>
      {who === OTHER && (
        <div>
          <label htmlFor={ids.name} className={LABEL}>
            {t('name')}
          </label>
          <input
            id={ids.name}
            className={`mt-1 ${FIELD}`}
            value={typed}
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
      )}
      {who !== '' && (
        <label className="flex min-h-10 items-center gap-3 text-m">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-accent"
            checked={yes}
            onChange={({ target }) => setYes(target.checked)}
          />
          {name ? t('yes', { name }) : t('yesNobody')}
        </label>
      )}
      <div className="flex flex-wrap gap-2">
        <button type="button" className={PRIMARY} disabled={!yes || name === ''} onClick={start}>
          {t('start')}
        </button>
        <button type="button" className={BUTTON} onClick={close}>
          {t('cancel')}
        </button>
      </div>
    </div>
  )
}
