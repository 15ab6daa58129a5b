import type { Locale } from '@/lib/dates/types'

export const LOCALES: readonly Locale[] = ['nl', 'en']

/** Name of the cookie that remembers a chosen language. */
export const LANGUAGE_COOKIE = 'lang'

/** Whether `text` names a language that we speak. */
function isLocale(text: unknown): text is Locale {
  return text === 'nl' || text === 'en'
}

/** The language of a request: what was chosen, else what the browser prefers, else Dutch. */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((wish, place) => {
      const [tag = '', ...options] = wish.trim().toLowerCase().split(';')
      const q = options.map((option) => /^\s*q=(\d(?:\.\d+)?)\s*$/.exec(option)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], weight: q === undefined ? 1 : Number(q), place }
    })
    .filter(({ language, weight }) => isLocale(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
  return wishes[0]?.language === 'en' ? 'en' : 'nl'
}
