import { cookies, headers } from 'next/headers'
import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import type { Locale } from '@/lib/dates/types'
import { LANGUAGE_COOKIE, pickLocale } from '@/lib/i18n/locale'
import { MESSAGES, type Messages } from '@/lib/i18n/messages'

/** The time zone in which moments of the day are said: the server's own (set `TZ` to choose another). */
export const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The language of the person who asks. */
export async function locale(): Promise<Locale> {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  return pickLocale(jar.get(LANGUAGE_COOKIE)?.value, sent.get('accept-language'))
}

/** The texts of one namespace in the language of the person who asks, for server components and routes. */
export async function translator<N extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(namespace: N) {
  const language = await locale()
  return createTranslator({ locale: language, messages: MESSAGES[language], namespace })
}
