'use client'
import { useLitWords } from '@/components/looking/lit'
import { Row } from '@/components/people/Section'
import type { CaseRelation } from '@/lib/case/schema'
import { useGenogramView } from '../view'
import { BondSign } from './BondSign'
import { useBondDetails, useBondSentence } from './useBondWords'

/** One line in a list; opens it. */
export function BondRow({ bond }: { bond: CaseRelation }) {
  const { setBond } = useGenogramView()
  return (
    <Row
      row={`relations-${bond.id}`}
      mark={<BondSign type={bond.type} />}
      name={useBondSentence()(bond)}
      words={useBondDetails()(bond)}
      badge={useLitWords(bond.id)}
      onOpen={() => setBond(bond.id)}
    />
  )
}
