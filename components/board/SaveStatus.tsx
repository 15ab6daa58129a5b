'use client'
import { Check, CloudOff, LoaderCircle } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ConnectionStatus } from '@/lib/sync/client/status'

/** What is kept and what is not, in one calm line. Never says saved of what is only on this device. */
export function SaveStatus({ status }: { status: ConnectionStatus }) {
  const t = useTranslations('board.status')
  const isAway = status.state === 'unsaved' || (status.synced && !status.connected)
  const Icon = isAway ? CloudOff : status.state === 'saving' || !status.synced ? LoaderCircle : Check
  return (
    <p
      role="status"
      title={textOf()}
      data-state={status.synced ? status.state : 'loading'}
      data-on-device={status.onDevice}
      className={`flex min-w-0 items-center gap-1.5 text-s ${isAway ? 'text-ink' : 'text-ink-soft'}`}
    >
      <Icon size={15} className="shrink-0" aria-hidden="true" />
      <span className={`min-w-0 ${isAway ? '' : 'rt-header-calm'}`}>{textOf()}</span>
    </p>
  )

  function textOf(): string {
    if (!status.synced) return t('loading')
    if (status.state === 'unsaved')
      return t(status.onDevice === 'never' ? 'unsavedHere' : 'unsaved', { count: status.pending })
    if (!status.connected) return t('offline')
    return status.state === 'saving' ? t('saving') : t('saved')
  }
}
