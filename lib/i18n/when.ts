import type { Locale } from '@/lib/dates/types'

/** English as it is written in Europe: the day before the month. */
const TAGS: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' }

/** When something changed, for a list: today and yesterday with the time, older with the day alone. */
export type When = { day: 'today' | 'yesterday'; time: string } | { day: 'other'; text: string }

/**
 * How people say when `atMs` was, seen from `nowMs` in their time zone. The year is said only when it is
 * another one. Total: a moment in the future is said as its day.
 */
export function when(atMs: number, nowMs: number, locale: Locale, timeZone: string): When {
  const key = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  // A day is 23 to 25 hours where clocks change: noon of the day before is always yesterday.
  const nowDay = key.format(nowMs)
  const yesterday = new Date(Date.parse(`${nowDay}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  const atDay = key.format(atMs)
  if (atDay === nowDay || atDay === yesterday) {
    const time = new Intl.DateTimeFormat(TAGS[locale], {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
    }).format(atMs)
    return { day: atDay === nowDay ? 'today' : 'yesterday', time }
  }
  const sameYear = atDay.slice(0, 4) === nowDay.slice(0, 4)
  return { day: 'other', text: sayDay(atMs, locale, { timeZone, year: !sameYear }) }
}

/** A day in words: "21 november" or "21 november 2026". Without `timeZone` in that of this machine. */
export function sayDay(atMs: number, locale: Locale, how: { timeZone?: string; year: boolean }): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: how.timeZone,
    day: 'numeric',
    month: 'long',
    ...(how.year && { year: 'numeric' }),
  }).format(atMs)
}
