'use client'
import { CloudOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ConnectionStatus } from '@/lib/sync/client/status'

/** A line that was away shorter than this is not worth a word. Milliseconds. */
const PATIENCE_MS = 3_000

/** When the line stays away: that one can go on, and what becomes of what is written meanwhile. */
export function Offline({ status }: { status: ConnectionStatus }) {
  const t = useTranslations('board.offline')
  const isAway = status.synced && !status.connected && !status.ended
  if (!isAway) return null
  if (status.state === 'saved') return <Away text={t('saved')} />
  return <Away text={status.onDevice === 'never' ? t('unsavedHere') : t('unsaved')} />
}

function Away({ text }: { text: string }) {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status">
      {isLong && (
        <p className="flex items-center gap-2 border-b border-line bg-unknown-soft px-4 py-2 text-m">
          <CloudOff size={18} className="shrink-0" aria-hidden="true" />
          {text}
        </p>
      )}
    </div>
  )
}
