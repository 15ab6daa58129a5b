'use client'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useSession } from '@/components/board/session'
import { BUTTON } from '@/components/ui/classes'
import { binnedRecords } from '@/lib/case/queries'
import { isFocusLost } from '@/components/ui/usePanel'
import { restoreMoment } from './moments'

/** The open moment went into the bin, here or by somebody else: it says so, and it can be put back. */
export function GoneMoment({ eventId }: { eventId: string }) {
  const t = useTranslations('timeline.panel')
  const te = useTranslations('event')
  const session = useSession()
  const nameOf = useNameOf()
  const by = binnedRecords(session.doc).find(({ kind, id }) => kind === 'events' && id === eventId)?.by
  const who = by === session.me.id ? te('added.you') : by === undefined ? null : nameOf(by)
  const text = useRef<HTMLParagraphElement>(null)
  // Who was typing in a field that is gone hears what happened, and is not thrown out of the panel.
  useEffect(() => {
    if (isFocusLost()) text.current?.focus()
  }, [])
  return (
    <div className="flex flex-col items-start gap-3 p-4">
      <p ref={text} role="status" tabIndex={-1} className="text-m outline-none">
        {t('gone')} {who !== null && te('added.binned', { who })}
      </p>
      {session.canWrite && (
        <button type="button" className={BUTTON} onClick={() => restoreMoment(session, eventId)}>
          {t('restore')}
        </button>
      )}
    </div>
  )
}
