'use client'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { QUIET } from '@/components/ui/classes'

/** Says that somebody is to be chosen at the other end of a relation, and how to stop. */
export function BondHint({ name, onStop }: { name: string; onStop: () => void }) {
  const t = useTranslations('genogram.canvas')
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onStop()
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [onStop])
  return (
    <div
      role="status"
      className="pointer-events-auto flex items-center gap-1 rounded-card border border-line bg-surface py-1 pr-1 pl-4 text-m shadow-card"
    >
      {t('bondWith', { name })}
      <button type="button" className={QUIET} onClick={onStop}>
        {t('stop')}
      </button>
    </div>
  )
}
