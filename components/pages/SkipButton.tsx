'use client'

import { useTranslations } from 'use-intl'

/** First stop of the keyboard on every page: past the bar, to the main part, whichever page that is. */
export function SkipButton() {
  const t = useTranslations('common')
  function skip() {
    const main = document.querySelector('main')
    main?.setAttribute('tabindex', '-1')
    main?.focus()
  }
  return (
    <button
      type="button"
      onClick={skip}
      className="fixed left-3 top-3 z-[2000] min-h-target -translate-y-24 rounded-card bg-accent px-4 py-2 font-semibold text-white focus:translate-y-0"
    >
      {t('skip')}
    </button>
  )
}
