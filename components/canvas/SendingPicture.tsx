'use client'
import { useTranslations } from 'use-intl'
import { QUIET } from '@/components/ui/classes'
import type { Sending } from './useBringPictures'

/** How far a picture is on its way to the board, and a button that calls it off. */
export function SendingPicture({ part, stop }: Sending) {
  const t = useTranslations('event.picture')
  return (
    <div className="absolute bottom-20 left-1/2 z-20 flex -translate-x-1/2 items-center gap-3 rounded-card border border-line bg-surface py-1 pr-1 pl-4 shadow-card">
      <label className="flex items-center gap-3 text-m">
        {t('sending')}
        <progress className="h-2 w-32 accent-accent" value={part} />
      </label>
      <button type="button" className={QUIET} onClick={stop}>
        {t('cancel')}
      </button>
    </div>
  )
}
