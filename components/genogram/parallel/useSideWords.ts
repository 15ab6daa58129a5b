'use client'
import { useCase, useSession } from '@/components/board/session'
import { useBondSentence } from '../bond/useBondWords'
import { useCaseNames } from '../useCaseNames'

/** What one thing on a side is called: a relation as a sentence, everything else by its name. */
export function useSideWords(): (id: string) => string {
  const { relations, partnerships } = useCase()
  const { locale } = useSession()
  const sentenceOf = useBondSentence()
  const nameOf = useCaseNames()
  return (id) => {
    const relation = relations.find((one) => one.id === id)
    if (relation) return sentenceOf(relation)
    const couple = partnerships.find((one) => one.id === id)
    return couple ? new Intl.ListFormat(locale).format(couple.partners.map(nameOf)) : nameOf(id)
  }
}
