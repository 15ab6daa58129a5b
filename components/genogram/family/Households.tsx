'use client'
import { House, Plus, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { SaidDateField } from '@/components/timeline/SaidDateField'
import { BUTTON, FIELD, LABEL, QUIET } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { addHousehold, setHouseholdDate, setHouseholdMember } from '@/lib/case/commands/households'
import { textOf } from '@/lib/case/doc'
import type { CaseHousehold } from '@/lib/case/schema'
import { sayDate } from '@/lib/dates/say'
import { householdsWith } from '@/lib/genogram/relatives'
import { useCaseNames } from '../useCaseNames'
import { Fold } from './Fold'
import { OnTimeline } from './OnTimeline'
import { useAct, useTakeAway } from './useAct'

/** With whom somebody lives or lived, and since when. */
export function Households({ of }: { of: string }) {
  const t = useTranslations('genogram.family')
  const all = useCase()
  const { canWrite, locale } = useSession()
  const nameOf = useCaseNames()
  const act = useAct()
  const id = useId()
  const homes = householdsWith(all, of)
  const list = new Intl.ListFormat(locale)
  if (homes.length === 0 && !canWrite) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-m font-bold">
        {t('households')}
      </h3>
      <ul className="mt-1.5 flex flex-col gap-1">
        {homes.map((home) => (
          <li key={home.id} className="text-m">
            <p className="flex items-center gap-2 [overflow-wrap:anywhere]">
              <House size={16} aria-hidden="true" className="shrink-0" />
              <span>
                {home.name && <strong>{home.name}: </strong>}
                {list.format(home.members.map(nameOf))}
                {home.date && ` (${sayDate(home.date, locale)})`}
              </span>
            </p>
            {canWrite && (
              <Fold label={t('changeHome', { name: home.name || t('thisHome') })}>
                <HomeFields home={home} />
              </Fold>
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <button
          type="button"
          className={`-ml-3 ${QUIET}`}
          onClick={() => act((doc, actor) => addHousehold(doc, actor, { members: [of] }))}
        >
          <Plus size={16} aria-hidden="true" />
          {t('addHome')}
        </button>
      )}
    </section>
  )
}

function HomeFields({ home }: { home: CaseHousehold }) {
  const t = useTranslations('genogram.family')
  const d = useTranslations('dates')
  const { doc } = useSession()
  const { people } = useCase()
  const nameOf = useCaseNames()
  const act = useAct()
  const takeAway = useTakeAway()
  const [added, setAdded] = useState('')
  const nameId = useId()
  const addId = useId()
  const { id } = home
  const name = textOf(doc, 'households', id, 'name')
  const set = (member: string, present: boolean) =>
    act((to, actor) => setHouseholdMember(to, actor, { id, member, present }))
  const others = people.filter((person) => !home.members.includes(person.id))
  return (
    <>
      {name && (
        <div>
          <p id={nameId} className={`mb-1 ${LABEL}`}>
            {t('homeName')}
          </p>
          <SharedText
            single
            text={name}
            record={id}
            field="name"
            labelledBy={nameId}
            placeholder={t('homePlaceholder')}
            max={200}
            className={FIELD}
          />
        </div>
      )}
      <ul aria-label={t('members')} className="flex flex-col">
        {home.members.map((member) => (
          <li key={member} className="flex items-center justify-between gap-2 text-m">
            <span className="min-w-0 [overflow-wrap:anywhere]">{nameOf(member)}</span>
            <button
              type="button"
              aria-label={t('movedOut', { name: nameOf(member) })}
              className={QUIET}
              onClick={() => set(member, false)}
            >
              {t('takeOut')}
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <div>
          <label htmlFor={addId} className={LABEL}>
            {t('addMember')}
          </label>
          <div className="mt-1 flex gap-2">
            <select
              id={addId}
              className={`min-h-10 min-w-0 ${FIELD}`}
              value={added}
              onChange={({ target }) => setAdded(target.value)}
            >
              <option value="">{t('choose')}</option>
              {others.map((person) => (
                <option key={person.id} value={person.id}>
                  {nameOf(person.id)}
                </option>
              ))}
            </select>
            <button
              type="button"
              className={BUTTON}
              disabled={added === ''}
              onClick={() => {
                set(added, true)
                setAdded('')
              }}
            >
              {t('add')}
            </button>
          </div>
        </div>
      )}
      <SaidDateField
        label={t('homeWhen')}
        placeholder={t('homeWhenPlaceholder')}
        examples={d('examples')}
        said={home}
        onKeep={({ date, originalText }) =>
          act((to, actor) => setHouseholdDate(to, actor, { id, date, originalText }))
        }
      />
      <OnTimeline
        fact={{ kind: 'household', id }}
        title={t('homeTitle', { name: home.name || t('thisHome') })}
      />
      <button
        type="button"
        className={`-ml-3 self-start text-danger! ${QUIET}`}
        onClick={() => takeAway('households', id)}
      >
        <Trash2 size={16} aria-hidden="true" />
        {t('removeHome')}
      </button>
    </>
  )
}
