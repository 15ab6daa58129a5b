import type { Locale } from '@/lib/dates/types'
import { fileWords } from '@/lib/i18n/fileWords'
import { MESSAGES } from '@/lib/i18n/messages'

/** The product's own words in files in this language. */
export const wordsIn = (locale: Locale) => fileWords(locale, MESSAGES[locale])
