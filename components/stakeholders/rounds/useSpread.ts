'use client'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import type { CaseRound } from '@/lib/case/schema'
import { type SaidMark, sayMarks, spreadOf } from '@/lib/stakeholders/rounds/spread'
import { useStepWords } from '../stakeWords'

/** Where everybody put each of a round, in words, by the id of who was put there. */
export function useSpreadWords(round: CaseRound): (subject: string) => readonly SaidMark[] {
  const t = useTranslations('stakeholders.round')
  const nameOf = useNameOf()
  const step = useStepWords()
  const noName = t('noName')
  const spread = useMemo(() => spreadOf(round), [round])
  return (subject) => sayMarks(round.form, spread.get(subject) ?? [], { nameOf, noName, step })
}
