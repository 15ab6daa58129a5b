'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'use-intl'
import { LOCALES } from '@/lib/i18n/locale'
import { ask } from './api'

const NAMES = { nl: 'Nederlands', en: 'English' }

/** Each language in its own words, so that who cannot read this one finds theirs. */
export function LanguageSwitch() {
  const t = useTranslations('common')
  const current = useLocale()
  const router = useRouter()

  async function choose(language: string) {
    const answer = await ask('POST', '/api/language', { language })
    if (answer.ok) router.refresh()
  }

  return (
    <div role="group" aria-label={t('language')} className="flex text-s">
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => void choose(locale)}
          className={
            'min-h-target rounded-card px-2 text-ink-soft hover:text-ink ' +
            'aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:decoration-accent ' +
            'aria-pressed:decoration-2 aria-pressed:underline-offset-4'
          }
        >
          <span className="sm:hidden" aria-hidden>
            {locale.toUpperCase()}
          </span>
          <span className="sr-only sm:not-sr-only">{NAMES[locale]}</span>
        </button>
      ))}
    </div>
  )
}
