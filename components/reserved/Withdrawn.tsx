'use client'
import { useTranslations } from 'use-intl'

/** Says why something that stood here is gone: admission was withdrawn while the page was open. */
export function Withdrawn() {
  const t = useTranslations('reserved')
  return (
    <p role="status" className="border-b border-line bg-unknown-soft px-4 py-2 text-m">
      {t('withdrawn')}
    </p>
  )
}
