'use client'

import { useTranslations } from 'use-intl'

/** First stop of the keyboard on every page: past the bar, to the element with the id `main`. */
export function SkipLink() {
  const t = useTranslations('common')
  return (
    <a
      href="#main"
      className="fixed left-3 top-3 z-[2000] -translate-y-24 rounded-card bg-accent px-4 py-2 font-semibold text-white focus:translate-y-0"
    >
      {t('skip')}
    </a>
  )
}
