'use client'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { CircleMark } from '@/components/people/CircleMark'
import { rowOf, usePeople } from '@/components/people/place'
import { Row } from '@/components/people/Section'
import { useOrganisationWords, usePersonWords } from '@/components/people/words'

/** A person or an organisation in a list of the family, with what they are there; opens their card. */
export function PersonRow({ id, words = '' }: { id: string; words?: string }) {
  const t = useTranslations('people')
  const { people, organisations, meta } = useCase()
  const { go } = usePeople()
  const personWords = usePersonWords()
  const organisationWords = useOrganisationWords()
  const person = people.find((one) => one.id === id)
  const organisation = organisations.find((one) => one.id === id)
  const one = person ?? organisation
  if (!one) return null
  const about = person ? personWords(person) : organisation ? organisationWords(organisation) : ''
  const kind = person ? 'people' : 'organisations'
  return (
    <Row
      row={rowOf(kind, id)}
      mark={<CircleMark circle={one.circle} organisation={!person} />}
      name={one.name || t('noName')}
      badge={id === meta.indexPerson ? t('index') : undefined}
      words={[words, about].filter((part) => part !== '').join(' · ')}
      onOpen={() => go({ kind, id })}
    />
  )
}
