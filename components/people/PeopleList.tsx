'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { BUTTON, FIELD, PRIMARY, QUIET } from '@/components/ui/classes'
import { sortedPeople, unconfirmedNames } from '@/lib/case/queries'
import { AddOrganisation } from './AddOrganisation'
import { AddPerson } from './AddPerson'
import { CircleMark } from './CircleMark'
import { NameRow } from './NameRow'
import { focusSoon, rowOf, usePeople } from './place'
import { Row, Section } from './Section'
import { finds, useOrganisationWords, usePersonWords } from './words'

/** From this many on there is something to look for. */
const SEARCH_FROM = 9

/** Everybody in the story: people, organisations, and names that nobody has said yet who they are. */
export function PeopleList() {
  const t = useTranslations('people')
  const caseData = useCase()
  const { canWrite, locale } = useSession()
  const { go } = usePeople()
  const [sought, setSought] = useState('')
  const personWords = usePersonWords()
  const organisationWords = useOrganisationWords()
  const sorter = useMemo(() => new Intl.Collator(locale), [locale])
  const names = unconfirmedNames(caseData.events).sort((a, b) => sorter.compare(a.name, b.name))
  const everybody = caseData.people.length + caseData.organisations.length
  const hasSearch = everybody + names.length >= SEARCH_FROM
  const isSought = (name: string, words: string) => !hasSearch || finds(sought, `${name} ${words}`)

  const people = sortedPeople(caseData, sorter.compare).filter((one) => isSought(one.name, personWords(one)))
  const organisations = caseData.organisations
    .filter((one) => isSought(one.name, organisationWords(one)))
    .sort((a, b) => sorter.compare(a.name, b.name))
  const unknown = names.filter(({ name }) => isSought(name, ''))
  const isNobody = people.length + organisations.length + unknown.length === 0
  return (
    <div className="flex flex-1 flex-col gap-5 p-4 pt-3">
      {hasSearch && (
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          className={FIELD}
          value={sought}
          maxLength={100}
          autoComplete="off"
          onChange={({ target }) => setSought(target.value)}
        />
      )}
      {everybody + names.length === 0 && (
        <p className="text-m text-ink-soft">{canWrite ? t('empty') : t('emptyRead')}</p>
      )}
      {canWrite && <Add />}
      <p role="status" className="text-m text-ink-soft empty:hidden">
        {isNobody && hasSearch ? t('noneFound', { words: sought }) : ''}
      </p>
      {people.length > 0 && (
        <Section title={t('people')}>
          {people.map((person) => (
            <Row
              key={person.id}
              row={rowOf('people', person.id)}
              mark={<CircleMark circle={person.circle} />}
              name={person.name || t('noName')}
              badge={person.id === caseData.meta.indexPerson ? t('index') : undefined}
              words={personWords(person)}
              onOpen={() => go({ kind: 'people', id: person.id })}
            />
          ))}
        </Section>
      )}
      {organisations.length > 0 && (
        <Section title={t('organisations')}>
          {organisations.map((one) => (
            <Row
              key={one.id}
              row={rowOf('organisations', one.id)}
              mark={<CircleMark circle={one.circle} organisation />}
              name={one.name || t('noName')}
              words={organisationWords(one)}
              onOpen={() => go({ kind: 'organisations', id: one.id })}
            />
          ))}
        </Section>
      )}
      {unknown.length > 0 && (
        <Section title={t('names.title')} {...(canWrite && { text: t('names.text') })}>
          {unknown.map(({ name, eventIds }) => (
            <NameRow key={name} name={name} count={eventIds.length} />
          ))}
        </Section>
      )}
      <button
        type="button"
        data-row="bin"
        className={`mt-auto -ml-3 self-start ${QUIET}`}
        onClick={() => go({ kind: 'bin' })}
      >
        <Trash2 size={16} aria-hidden="true" />
        {t('bin.open')}
      </button>
    </div>
  )
}

/** Adding somebody or an organisation: a button that becomes a small form. */
function Add() {
  const t = useTranslations('people.add')
  const [adding, setAdding] = useState<'person' | 'organisation' | null>(null)
  const done = (row: string | null) => {
    focusSoon(`[data-row="${row ?? `add-${adding}`}"]`)
    setAdding(null)
  }
  if (adding === 'person') return <AddPerson onDone={done} />
  if (adding === 'organisation') return <AddOrganisation onDone={done} />
  return (
    <div className="flex flex-wrap gap-2">
      <button type="button" data-row="add-person" className={PRIMARY} onClick={() => setAdding('person')}>
        <Plus size={18} aria-hidden="true" />
        {t('person')}
      </button>
      <button
        type="button"
        data-row="add-organisation"
        className={BUTTON}
        onClick={() => setAdding('organisation')}
      >
        <Plus size={18} aria-hidden="true" />
        {t('organisation')}
      </button>
    </div>
  )
}
