'use client'
import { useTranslations } from 'use-intl'
import { type FreshDate, FreshDateField, NO_DATE } from '@/components/timeline/FreshDateField'
import { PickField } from '@/components/ui/PickField'
import type { NewPhase } from '@/lib/case/commands/kin'
import { PHASE_TYPES } from '@/lib/genogram/vocabulary'

/** How two are together as it is being said; `type` is "" while nobody has said it. */
export interface PhaseDraft {
  type: string
  when: FreshDate
}

export const NO_PHASE: PhaseDraft = { type: '', when: NO_DATE }

/** What was said, for a command; undefined for nothing. */
export function phaseOf({ type, when }: PhaseDraft): NewPhase | undefined {
  if (type === '') return undefined
  return { type, date: when.date, originalText: when.originalText.trim() }
}

/** What two people are to each other, and since when. */
export function PhaseFields({
  label,
  draft,
  onDraft,
}: {
  label: string
  draft: PhaseDraft
  onDraft: (draft: PhaseDraft) => void
}) {
  const t = useTranslations('genogram')
  return (
    <>
      <PickField
        label={label}
        options={[
          { value: '', label: t('make.notSaid') },
          ...PHASE_TYPES.map((type) => ({ value: type, label: t(`phase.${type}`) })),
        ]}
        value={draft.type}
        onChange={(type) => onDraft({ ...draft, type })}
      />
      {draft.type !== '' && (
        <FreshDateField
          label={t('make.phaseWhen')}
          placeholder={t('make.sincePlaceholder')}
          value={draft.when}
          onChange={(when) => onDraft({ ...draft, when })}
        />
      )}
    </>
  )
}
