'use client'
import { useTranslations } from 'use-intl'
import { today, useCase, useSession } from '@/components/board/session'
import type { CaseOrganisation, CasePerson } from '@/lib/case/schema'
import { ageToday } from '@/lib/dates/age'
import { sayDate } from '@/lib/dates/say'

/** What is said of a person under the name: circle, role, organisation, age or the words for the birth, and a death. */
export function usePersonWords(): (person: CasePerson) => string {
  const t = useTranslations('people')
  const { organisations } = useCase()
  const { locale } = useSession()
  return ({ circle, role, organisation, birth, death }) => {
    const age = death ? null : ageToday(birth.date, today())
    const born = birth.date ? sayDate(birth.date, locale) : birth.originalText
    const bornWords = born ? t('born', { words: born }) : ''
    const ageWords = age && t(age.about ? 'aboutAge' : 'age', { count: age.years })
    const place = organisations.find(({ id }) => id === organisation)?.name ?? ''
    const circleWord = circle === 'unknown' ? '' : t(`circle.${circle}`)
    return [circleWord, role, place, ageWords ?? bornWords, death ? t('died') : '']
      .filter((word) => word.trim())
      .join(' · ')
  }
}

/** What is said of an organisation under its name. */
export function useOrganisationWords(): (organisation: CaseOrganisation) => string {
  const t = useTranslations('people')
  return ({ kind, circle }) =>
    [kind, circle === 'unknown' || circle === 'professional' ? '' : t(`circle.${circle}`)]
      .filter((word) => word.trim())
      .join(' · ')
}

/** Whether the words are found in a text, whatever its capitals and accents. */
export function finds(words: string, text: string): boolean {
  return plain(text).includes(plain(words.trim()))
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
