import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Sharing } from '@/lib/access/sharing'
import { ask } from './api'

/** Who may open the board, as the server says it now. What was read stays in sight while it is read again. */
export function useSharing(boardId: string) {
  const t = useTranslations('errors')
  const [sharing, setSharing] = useState<Sharing | null>(null)
  const [error, setError] = useState<string | null>(null)
  const load = useCallback(async () => {
    const answer = await ask<Sharing>('GET', `/api/boards/${boardId}/invites`)
    if (answer.ok) setSharing(answer.value)
    setError(answer.ok ? null : (answer.message ?? t(answer.code)))
  }, [boardId, t])
  return { sharing, error, load }
}
