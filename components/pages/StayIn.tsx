'use client'

import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/field'
import { useAsk } from './useAsk'

const MINUTE_MS = 60_000
/** How long before the end it is said, first and once more. Milliseconds. */
const SAID_MS = [24 * 60 * MINUTE_MS, 10 * MINUTE_MS] as const
/** A clock of a browser waits no longer than some weeks at once. Milliseconds. */
const LONGEST_WAIT_MS = 12 * 60 * MINUTE_MS

/** How often it is to be said by now: 0, 1 or 2 times. */
const duePart = (leftMs: number) => SAID_MS.filter((ms) => leftMs <= ms).length

/**
 * Whoever is in by a link or an account is in for a limited time: a day before its end, and once more ten minutes before,
 * it is said, and one press is enough to stay. Nothing that is being done is interrupted. `endsAt`: milliseconds since
 * 1970.
 */
export function StayIn({ endsAt: given }: { endsAt: number | null }) {
  const t = useTranslations('common.stay')
  const locale = useLocale()
  const { busy, error, ask, done } = useAsk()
  const [endsAt, setEndsAt] = useState(given)
  const [now, setNow] = useState(() => Date.now())
  /** How often it has been said and put away. */
  const [heard, setHeard] = useState(0)
  const [stayed, setStayed] = useState(false)
  const left = endsAt === null ? Infinity : endsAt - now
  const due = duePart(left)
  useEffect(() => {
    if (endsAt === null) return
    const next = SAID_MS.find((ms) => endsAt - now > ms)
    const wait = next === undefined ? Math.max(0, endsAt - now) : endsAt - now - next
    if (wait === 0) return
    const timer = setTimeout(() => setNow(Date.now()), Math.min(wait, LONGEST_WAIT_MS))
    return () => clearTimeout(timer)
  }, [endsAt, now])
  const stay = async () => {
    const answer = await ask<{ endsAt: number }>('POST', '/api/stay', {})
    if (!answer) return
    done()
    setEndsAt(answer.endsAt)
    setNow(Date.now())
    setHeard(0)
    setStayed(true)
  }
  const isSaid = due > heard && left > 0
  const when = new Intl.DateTimeFormat(locale, { weekday: 'long', hour: '2-digit', minute: '2-digit' })
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-16 z-[900] flex justify-center px-3"
    >
      {isSaid && endsAt !== null && (
        <section
          aria-label={t('title')}
          className="pointer-events-auto w-full max-w-md rounded-card border border-edge bg-surface p-4 shadow-card"
        >
          <p className="font-bold">{t('title')}</p>
          <p className="mt-1 text-m">{t('text', { when: when.format(endsAt) })}</p>
          <FormError message={error} />
          <div className="mt-3 flex flex-wrap gap-2">
            <Button look="primary" disabled={busy} onClick={() => void stay()}>
              {t('stay')}
            </Button>
            <Button onClick={() => setHeard(due)}>{t('later')}</Button>
          </div>
        </section>
      )}
      <p className="sr-only">{stayed && !isSaid ? t('stayed') : ''}</p>
    </div>
  )
}
