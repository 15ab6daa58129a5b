'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'

/** Milliseconds between two looks whether the board was opened. */
const LOOK_EVERY_MS = 5_000

/** Waits until the board is opened: the page is asked again, which then shows the board. */
export function Lobby() {
  const t = useTranslations('join')
  const router = useRouter()
  useEffect(() => {
    // A tab that nobody looks at asks nothing; coming back to it asks at once.
    const look = () => {
      if (document.visibilityState === 'visible') router.refresh()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [router])
  return (
    <p role="status" className="flex items-center gap-3 text-ink-soft">
      <span aria-hidden className="relative grid size-6 shrink-0 place-items-center">
        <span className="absolute inset-0 animate-spin rounded-full border-2 border-line border-t-accent [animation-duration:3s]" />
      </span>
      {t('stillWaiting')}
    </p>
  )
}
