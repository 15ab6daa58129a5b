'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMembers } from '@/components/board/names'
import { useCase, useSession } from '@/components/board/session'
import { BUTTON, FIELD, LABEL } from '@/components/ui/classes'
import { setToldBy } from '@/lib/case/commands/words'
import type { CaseEvent, CircleName } from '@/lib/case/schema'
import type { Words } from './useWords'

const TYPED = 'typed'

/** Whose words title and description are: nobody's, one's own, of a person of the case, a participant, or a name. */
export function WhoseWords({ event, words }: { event: CaseEvent; words: Words }) {
  const t = useTranslations('event.words')
  const { doc, actor, me, feed } = useSession()
  const { people } = useCase()
  const members = useMembers()
  const [typing, setTyping] = useState(false)
  const id = useId()
  const { toldBy } = event
  if (!words.open) return null
  const set = (next: CaseEvent['toldBy'], circle?: CircleName) => {
    setToldBy(doc, actor(), { id: event.id, toldBy: next, ...(circle && { circle }) })
    // Who says whose words these are is writing them down for them, here and now.
    words.grant()
    setTyping(false)
    feed.flush()
  }
  const choose = (value: string) => {
    const [kind, of = ''] = value.split(':')
    if (value === TYPED) return setTyping(true)
    const person = people.find((one) => one.id === of)
    if (kind === 'person') set({ person: of, principal: null, name: '' }, person?.circle)
    else if (kind === 'principal')
      set({ person: null, principal: of, name: of === me.id ? me.name : (members.get(of) ?? '') })
    else set(null)
  }
  const linked = new Set(people.map(({ principal }) => principal))
  const others = [...members].filter(([one]) => one !== me.id && !linked.has(one))
  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {t('label')}
      </label>
      <select
        id={id}
        className={`mt-1 min-h-10 ${FIELD}`}
        value={typing ? TYPED : valueOf(toldBy)}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{t('none')}</option>
        {!linked.has(me.id) && <option value={`principal:${me.id}`}>{t('me', { name: me.name })}</option>}
        {people.length > 0 && (
          <optgroup label={t('people')}>
            {people.map((person) => (
              <option key={person.id} value={`person:${person.id}`}>
                {person.name || t('someoneElse')}
              </option>
            ))}
          </optgroup>
        )}
        {others.length > 0 && (
          <optgroup label={t('members')}>
            {others.map(([one, name]) => (
              <option key={one} value={`principal:${one}`}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
        {toldBy && isElsewhere(toldBy, people, members, me.id) && (
          <option value={valueOf(toldBy)}>{words.teller}</option>
        )}
        <option value={TYPED}>{t('typed')}</option>
      </select>
      {typing && <TypedName onKeep={(name) => set({ person: null, principal: null, name })} />}
    </div>
  )
}

function TypedName({ onKeep }: { onKeep: (name: string) => void }) {
  const t = useTranslations('event.words')
  const [name, setName] = useState('')
  const keep = () => name.trim() && onKeep(name.trim())
  return (
    <div className="mt-2 flex gap-2">
      <input
        autoFocus
        className={FIELD}
        aria-label={t('name')}
        placeholder={t('name')}
        value={name}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
        onKeyDown={({ key }) => key === 'Enter' && keep()}
      />
      <button type="button" className={BUTTON} disabled={!name.trim()} onClick={keep}>
        {t('keep')}
      </button>
    </div>
  )
}

function valueOf(toldBy: CaseEvent['toldBy']): string {
  if (toldBy?.person) return `person:${toldBy.person}`
  if (toldBy?.principal) return `principal:${toldBy.principal}`
  return toldBy?.name.trim() ? `name:${toldBy.name}` : ''
}

/** Somebody whom none of the choices names: a typed name, somebody who is gone. */
function isElsewhere(
  toldBy: NonNullable<CaseEvent['toldBy']>,
  people: readonly { id: string; principal: string | null }[],
  members: ReadonlyMap<string, string>,
  me: string,
): boolean {
  if (toldBy.person) return !people.some(({ id }) => id === toldBy.person)
  if (!toldBy.principal) return toldBy.name.trim() !== ''
  const isLinked = people.some(({ principal }) => principal === toldBy.principal)
  return isLinked || (toldBy.principal !== me && !members.has(toldBy.principal))
}
