'use client'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import type { Case, CircleName, RecordOf } from '@/lib/case/schema'
import { firstStakes } from '@/lib/stakeholders/fromCase'

export type CaseStake = RecordOf<'stakes'>

/** A person or organisation of the case. */
export interface Subject {
  id: string
  kind: 'people' | 'organisations'
  name: string
  circle: CircleName
}

/** Somebody in the field. */
export interface InField {
  stake: CaseStake
  subject: Subject
}

/** Who is in the field, by name, and who is not. `given`: a case with another field than that of the board. */
export function useInField(given?: Case): {
  stakes: readonly InField[]
  others: readonly Subject[]
} {
  const open = useCase()
  const caseData = given ?? open
  const { locale } = useSession()
  const t = useTranslations('people')
  const noName = t('noName')
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale)
    const placed = new Map(firstStakes(caseData).map((stake) => [stake.subject, stake]))
    const subjects: Subject[] = (['people', 'organisations'] as const)
      .flatMap((kind) =>
        caseData[kind].map(({ id, name, circle }) => ({ id, kind, name: name.trim() || noName, circle })),
      )
      .sort((a, b) => compare(a.name, b.name))
    return {
      stakes: subjects.flatMap((subject) => {
        const stake = placed.get(subject.id)
        return stake ? [{ stake, subject }] : []
      }),
      others: subjects.filter(({ id }) => !placed.has(id)),
    }
  }, [caseData, locale, noName])
}
