'use client'
import { useTranslations } from 'use-intl'
import { type FreshDate, FreshDateField, NO_DATE } from '@/components/timeline/FreshDateField'
import { PickField } from '@/components/ui/PickField'
import { PARENTAGE_TYPES } from '@/lib/genogram/vocabulary'

/** How somebody is a child, as it is being said. */
export interface HowDraft {
  type: string
  when: FreshDate
}

export const OWN_CHILD: HowDraft = { type: 'biological', when: NO_DATE }

/** Begins at birth: nobody has to say since when. */
const FROM_BIRTH: ReadonlySet<string> = new Set(['biological', 'donor', 'surrogate'])

/** What was said, for a command. */
export function howOf({ type, when }: HowDraft) {
  if (FROM_BIRTH.has(type)) return { type }
  return { type, date: when.date, originalText: when.originalText.trim() }
}

/** How somebody is a child: their own, fostered, adopted… and in what period, where it does not begin at birth. */
export function HowChildFields({ draft, onDraft }: { draft: HowDraft; onDraft: (draft: HowDraft) => void }) {
  const t = useTranslations('genogram')
  return (
    <>
      <PickField
        label={t('make.how')}
        options={PARENTAGE_TYPES.map((type) => ({ value: type, label: t(`parentage.${type}`) }))}
        value={draft.type}
        onChange={(type) => onDraft({ ...draft, type })}
      />
      {!FROM_BIRTH.has(draft.type) && (
        <FreshDateField
          label={t('make.howWhen')}
          placeholder={t('make.periodPlaceholder')}
          value={draft.when}
          onChange={(when) => onDraft({ ...draft, when })}
        />
      )}
    </>
  )
}
