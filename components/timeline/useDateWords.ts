'use client'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import type { EventAnchor } from '@/lib/case/schema'
import { inYears } from '@/lib/dates/anchored'
import { sayDate } from '@/lib/dates/say'
import { sayReach } from '@/lib/dates/say-reach'
import type { Reading, RelativeReading } from '@/lib/dates/types'

/** What is kept now: a date, and what it hangs on. */
export interface Kept {
  date: string | null
  anchor: EventAnchor | null
}

/** Whether two anchors say the same; fields that are absent are as good as empty. */
export function sameAnchor(a: EventAnchor | null, b: EventAnchor | null): boolean {
  if (!a || !b) return a === b
  const key = ({ kind, id, relation, age, about, span }: EventAnchor) =>
    JSON.stringify([kind, id, relation, age, about ?? false, span?.count, span?.unit])
  return key(a) === key(b)
}

/** How dates and what they hang on are said beside the field. */
export function useDateWords() {
  const t = useTranslations('dates')
  const { locale } = useSession()

  const sayRelative = useCallback(
    ({ anchor, edtf, about }: RelativeReading): string => {
      const { kind, relation, age, span } = anchor
      const name = about.trim() || t('someone')
      const isAge = kind === 'person' && age !== null
      const how = anchor.about ? (`${relation}About` as const) : relation
      const words = isAge
        ? t(`age.${how}`, { name, age })
        : kind === 'person'
          ? t(`birth.${relation}`, { name })
          : span
            ? t(`span.${relation}`, { name, length: t(`length.${span.unit}`, { count: span.count }) })
            : t(`event.${how}`, { name })
      if (edtf === null) return kind === 'person' ? t('noBirth', { words, name }) : t('noDate', { words })
      return t('derived', { words, date: sayDate(isAge && relation === 'at' ? inYears(edtf) : edtf, locale) })
    },
    [t, locale],
  )

  /** A date with the months that its words do not name. */
  const sayRead = useCallback(
    (edtf: string): string => {
      const [date, months] = [sayDate(edtf, locale), sayReach(edtf, locale)]
      return months === null ? t('read', { date }) : t('readReach', { date, months })
    },
    [t, locale],
  )

  /** How words were understood, in one sentence; null when there is nothing to say. */
  const sayReading = useCallback(
    (words: string, reading: Reading, kept: Kept): string | null => {
      switch (reading.outcome) {
        case 'understood':
          return sayRead(reading.edtf)
        case 'unknown':
          return t('unknown')
        case 'unclear':
          if (kept.anchor && !kept.date) return t('gone')
          // A card can have been dragged since: then its words are ours and its date is known.
          return kept.date ? sayRead(kept.date) : words ? t('unclear') : null
        case 'ambiguous':
          return kept.date && reading.edtfs.includes(kept.date) ? sayRead(kept.date) : t('ambiguous')
        case 'relative': {
          const picked = reading.readings.find(({ anchor }) => sameAnchor(anchor, kept.anchor))
          const shown = picked ?? (reading.settled ? reading.readings[0] : undefined)
          if (shown) return t('read', { date: sayRelative(shown) })
          return t(reading.readings.some(({ anchor }) => anchor.kind === 'event') ? 'which' : 'who')
        }
      }
    },
    [t, sayRead, sayRelative],
  )

  return { sayReading, sayRelative }
}
