'use client'

import { useTranslations } from 'use-intl'
import { Sheet } from '@/components/pages/Sheet'
import { Button, buttonClass } from '@/components/ui/button'

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('errors')
  const tc = useTranslations('common')
  return (
    <main id="main" tabIndex={-1} className="outline-none flex flex-1 flex-col">
      <Sheet title={t('crashTitle')}>
        <p>{t('crashText')}</p>
        <Button look="primary" onClick={reset}>
          {t('again')}
        </Button>
        {/* A whole new page: what went wrong in this one stays behind. */}
        <a href="/" className={buttonClass('quiet')}>
          {tc('toBoards')}
        </a>
      </Sheet>
    </main>
  )
}
