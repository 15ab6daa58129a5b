import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ask, type Answer } from './api'

/** `ask` for a form: whether an answer is awaited, and in words what went wrong last time. */
export function useAsk() {
  const t = useTranslations('errors')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function run<T>(asked: () => Promise<Answer<T>>): Promise<T | null> {
    setBusy(true)
    setError(null)
    const answer = await asked()
    if (answer.ok) return answer.value
    setError(answer.message ?? t(answer.code))
    setBusy(false)
    return null
  }

  return {
    busy,
    error,
    /** After an answer that keeps the form in sight. */
    done: () => setBusy(false),
    run,
    ask: <T>(...request: Parameters<typeof ask>) => run(() => ask<T>(...request)),
  }
}
