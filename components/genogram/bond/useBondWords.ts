'use client'
import { useTranslations } from 'use-intl'
import { relationTypeOf } from '@/lib/genogram/lines/relationForms'
import { useNameOf } from '@/components/board/names'
import { useCase, useSession } from '@/components/board/session'
import { sayDate } from '@/lib/dates/say'
import type { CaseRelation } from '@/lib/case/schema'
import { useCaseNames } from '../useCaseNames'

/** A relation said as a sentence without its full stop: "Hetty zorgt voor Rianne". */
export function useBondSentence(): (bond: Pick<CaseRelation, 'type' | 'from' | 'to'>) => string {
  const t = useTranslations('genogram.story.relation')
  const nameOf = useCaseNames()
  return ({ type, from, to }) => {
    const said = t(relationTypeOf(type), { how: 'plain', a: nameOf(from), b: nameOf(to) })
    return said.charAt(0).toUpperCase() + said.slice(1)
  }
}

/** What is said under a relation: according to whom, since when, the support, a secret: "volgens Sanne · sinds 2019". */
export function useBondDetails(): (bond: CaseRelation) => string {
  const t = useTranslations('genogram')
  const { locale, me } = useSession()
  const nameOf = useCaseNames()
  const memberOf = useNameOf()
  const { people } = useCase()
  return ({ accordingTo, date, originalText, support, secret }) => {
    const sayer = people.find(({ id }) => id === accordingTo?.person)
    const name = sayer
      ? nameOf(sayer.id)
      : accordingTo?.principal === me.id
        ? t('bond.you')
        : memberOf(accordingTo?.principal ?? '')
    const given = (['practical', 'company', 'advice', 'emotional'] as const).filter((one) =>
      support.includes(one),
    )
    return [
      accordingTo && name ? t('bond.accordingTo', { name }) : '',
      date ? sayDate(date, locale) : originalText,
      ...given.map((one) => t(`support.${one}`)),
      secret ? t('legend.secretBond') : '',
    ]
      .filter((part) => part !== '')
      .join(' · ')
  }
}
