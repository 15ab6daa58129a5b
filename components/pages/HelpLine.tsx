'use client'

import { useTranslations } from 'use-intl'

/** Whom to ask when it does not work: on every page before the board, in the same place. */
export function HelpLine() {
  const t = useTranslations('common')
  return (
    <p role="note" className="mt-5 border-t border-line pt-4 text-s text-ink-soft">
      {t('help')}
    </p>
  )
}
