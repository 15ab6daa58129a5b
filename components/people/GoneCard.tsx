'use client'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { BUTTON } from '@/components/ui/classes'
import { isFocusLost } from '@/components/ui/usePanel'
import { restoreRecord } from '@/lib/case/commands/bin'
import { binnedRecords } from '@/lib/case/queries'

/** Stands where a card stood that somebody else put in the bin meanwhile. */
export function GoneCard({ kind, id }: { kind: 'people' | 'organisations'; id: string }) {
  const t = useTranslations('people')
  const { doc, actor, canWrite, feed } = useSession()
  const binned = binnedRecords(doc).find((one) => one.kind === kind && one.id === id)
  const name = binned?.label || t('noName')
  const text = useRef<HTMLParagraphElement>(null)
  // Who was typing in a field that is gone hears what happened, and is not thrown out of the panel.
  useEffect(() => {
    if (isFocusLost()) text.current?.focus()
  }, [])
  return (
    <div className="flex flex-col items-start gap-3 p-4 pt-3 text-m">
      <p ref={text} role="status" tabIndex={-1} className="outline-none [overflow-wrap:anywhere]">
        {binned ? t('card.gone', { name }) : t('card.goneForGood')}
      </p>
      {binned && binned.quarantined === null && canWrite && (
        <button
          type="button"
          className={BUTTON}
          onClick={() => {
            restoreRecord(doc, actor(), { kind, id })
            feed.flush()
          }}
        >
          {t('bin.restore')}
        </button>
      )}
    </div>
  )
}
