'use client'
import { LookingBack } from '@/components/looking/LookingBack'
import type { CaseRelation } from '@/lib/case/schema'
import { relationTypeOf } from '@/lib/genogram/lines/relationForms'
import { useTranslations } from 'use-intl'
import { BondSign } from './BondSign'
import { OtherBonds } from './OtherBonds'
import { useBondDetails } from './useBondWords'

/** A line in words, for who can only read. */
export function BondReading({ bond }: { bond: CaseRelation }) {
  const t = useTranslations('genogram')
  const details = useBondDetails()(bond)
  return (
    <div className="flex flex-col gap-4 p-4 pt-3 text-m">
      <p className="flex items-center gap-3">
        <BondSign type={bond.type} />
        {t(`relation.${relationTypeOf(bond.type)}`)}
      </p>
      {details && <p className="text-ink-soft">{details}</p>}
      {bond.note && <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{bond.note}</p>}
      <LookingBack id={bond.id} thread={bond.id} />
      <OtherBonds bond={bond} />
    </div>
  )
}
