'use client'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { sayDate } from '@/lib/dates/say'
import type { Reading } from '@/lib/dates/types'

interface Props {
  words: string
  reading: Reading
  /** The date that is kept now. */
  chosen: string | null
  onChoose?: ((edtf: string) => void) | undefined
}

/** How words for a date were understood, honestly: also when they were not. */
export function DateReading({ words, reading, chosen, onChoose }: Props) {
  const t = useTranslations('timeline.date')
  const { locale } = useSession()
  switch (reading.outcome) {
    case 'understood':
      return t('read', { date: sayDate(reading.edtf, locale) })
    case 'unknown':
      return t('unknown')
    case 'unclear':
      // A card can have been dragged since: then its words are ours and its date is known.
      return chosen ? t('read', { date: sayDate(chosen, locale) }) : words ? t('unclear') : null
    case 'ambiguous':
      return (
        <span className="flex flex-wrap items-center gap-1.5">
          {t('ambiguous')}
          {reading.edtfs.map((edtf) => (
            <button
              key={edtf}
              type="button"
              aria-pressed={edtf === chosen}
              disabled={!onChoose}
              // The field's blur comes first and would take the buttons away.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose?.(edtf)}
              className={`min-h-8 rounded-full border px-3 text-s font-bold ${
                edtf === chosen
                  ? 'border-accent bg-accent-soft text-accent-strong'
                  : 'border-edge bg-surface text-ink'
              }`}
            >
              {sayDate(edtf, locale)}
            </button>
          ))}
        </span>
      )
  }
}
