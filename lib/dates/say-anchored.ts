import type { EventAnchor } from '@/lib/case/schema'
import { inYears } from './anchored'
import { sayDate } from './say'
import type { Locale } from './types'

/** A date that hangs on something else, with the words that were used. */
interface Said {
  /** What follows from the anchor now (see `withAnchors`). */
  date: string | null
  originalText: string
  anchor: EventAnchor
}

/**
 * Says such a date by the words that were used and what follows from them: "toen ze 11 was (2016 of 2017)". An age is
 * said in whole years. Only the words when no date follows.
 */
export function sayAnchored({ date, originalText, anchor }: Said, locale: Locale): string {
  const words = originalText.trim()
  if (date === null) return words
  const isAge = anchor.kind === 'person' && anchor.age !== null && anchor.relation === 'at'
  const said = sayDate(isAge ? inYears(date) : date, locale)
  return words === '' ? said : `${words} (${said})`
}
