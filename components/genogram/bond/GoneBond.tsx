'use client'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { BUTTON } from '@/components/ui/classes'
import { restoreRecord } from '@/lib/case/commands/bin'
import { recordOf } from '@/lib/case/doc'

/** Stands where a line stood that somebody took away meanwhile. */
export function GoneBond({ id }: { id: string }) {
  const t = useTranslations('genogram.bond')
  const { doc, actor, canWrite, feed } = useSession()
  const isBinned = Boolean(recordOf(doc, 'relations', id)?.get('binned'))
  return (
    <div className="flex flex-col items-start gap-3 p-4 pt-3 text-m">
      <p role="status">{t('gone')}</p>
      {isBinned && canWrite && (
        <button
          type="button"
          className={BUTTON}
          onClick={() => {
            restoreRecord(doc, actor(), { kind: 'relations', id })
            feed.flush()
          }}
        >
          {t('restore')}
        </button>
      )}
    </div>
  )
}
