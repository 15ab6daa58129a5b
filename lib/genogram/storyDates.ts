import { boundsOf } from '@/lib/dates/bounds'
import { parseEdtf } from '@/lib/dates/edtf'
import { sayDate } from '@/lib/dates/say'
import type { Locale } from '@/lib/dates/types'

/** A text of the story by its key, with its values filled in. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/**
 * A date as it stands in a sentence: "in 2009", "op 3 mei 2009", "rond 1960", "van 2009 tot 2014". Never surer than it
 * was said; the words that were used where there is no date, and "" where nobody knows.
 */
export function sayWhen(
  dated: { date: string | null; originalText: string },
  locale: Locale,
  say: Say,
): string {
  const { date: edtf, originalText } = dated
  const date = edtf === null ? null : parseEdtf(edtf)
  if (edtf === null || !date)
    return /[\p{L}\p{N}]/u.test(originalText) ? say('when.other', { date: originalText }) : ''
  if (date.type === 'interval') {
    const [from = '', to = ''] = edtf.split('/').map((end) => (end === '..' ? '' : end))
    if (from !== '' && to !== '')
      return say('when.period', { from: sayDate(from, locale), to: sayDate(to, locale) })
    return from === ''
      ? say('when.until', { date: sayDate(to, locale) })
      : say('when.since', { date: sayDate(from, locale) })
  }
  const bounds = boundsOf(edtf, 0)
  const isPlain = bounds?.kind === 'point' && bounds.precision !== 'decade' && bounds.precision !== 'century'
  if (!bounds || !isPlain || (bounds.approximate && bounds.uncertain) || /[XS]/.test(edtf))
    return say('when.other', { date: sayDate(edtf, locale) })
  const bare = sayDate(edtf.replaceAll(/[~?%]/g, ''), locale)
  if (bounds.approximate) return say('when.around', { date: bare })
  if (bounds.uncertain) return say('when.maybe', { date: bare })
  return say(bounds.precision === 'day' ? 'when.day' : 'when.in', { date: bare })
}

/** The same for what lasts: a single date is when it began ("sinds 2009"). */
export function saySince(
  dated: { date: string | null; originalText: string },
  locale: Locale,
  say: Say,
): string {
  const date = dated.date === null ? null : parseEdtf(dated.date)
  if (dated.date === null || date?.type !== 'date') return sayWhen(dated, locale, say)
  return say('when.since', { date: sayDate(dated.date, locale) })
}
