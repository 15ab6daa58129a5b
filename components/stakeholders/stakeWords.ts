'use client'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { StakeAttributes } from '@/lib/stakeholders/types'
import { type Attribute, ATTRIBUTES, stepOf } from '@/lib/stakeholders/steps'

/** What is known of one attribute, in words; null for what is not known. */
export function useStepWords(): (attribute: Attribute, value: number | null) => string | null {
  const t = useTranslations('stakeholders.step')
  return useMemo(
    () => (attribute, value) => {
      const step = stepOf(attribute, value)
      // Nearness has fewer steps than the others, which the type of a message's name cannot say.
      return step === null ? null : t(`${attribute}.${step}` as 'stance.0')
    },
    [t],
  )
}

/** All that is known of a place in the field: "dichtbij, veel invloed, werkt mee". */
export function useStakeWords(): (stake: StakeAttributes) => string {
  const stepWords = useStepWords()
  const t = useTranslations('stakeholders.list')
  return (stake) => {
    const known = ATTRIBUTES.flatMap((attribute) => stepWords(attribute, stake[attribute]) ?? [])
    return known.length > 0 ? known.join(', ') : t('nothing')
  }
}
