'use client'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { Section } from '@/components/people/Section'
import type { CaseRelation } from '@/lib/case/schema'
import { relationsBetween } from '@/lib/genogram/relatives'
import { BondRow } from './BondRow'

/** What else is drawn between the same two: everybody may see it in their own way. */
export function OtherBonds({ bond }: { bond: CaseRelation }) {
  const t = useTranslations('genogram.bond')
  const others = relationsBetween(useCase(), bond.from, bond.to).filter(({ id }) => id !== bond.id)
  if (others.length === 0) return null
  return (
    <Section title={t('others')}>
      {others.map((one) => (
        <BondRow key={one.id} bond={one} />
      ))}
    </Section>
  )
}
