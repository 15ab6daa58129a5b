'use client'
import { useContext, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { PRIMARY } from '@/components/ui/classes'
import { Standing } from './standing'

/** When the canvas library gives up: what happened, what is not lost, and what to do. */
export function CanvasCrash() {
  const t = useTranslations('board.crash')
  const onStanding = useContext(Standing)
  useEffect(onStanding, [onStanding])
  return (
    <div role="alert" className="absolute inset-0 grid place-items-center bg-paper p-6 text-center">
      <div className="max-w-sm">
        <h2 className="text-l">{t('title')}</h2>
        <p className="mt-1 mb-4 text-m text-ink-soft">{t('text')}</p>
        <button type="button" className={PRIMARY} onClick={() => window.location.reload()}>
          {t('reload')}
        </button>
      </div>
    </div>
  )
}
