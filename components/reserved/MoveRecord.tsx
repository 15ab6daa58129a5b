'use client'
import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useReservedDoc, useReservedParts, useSession } from '@/components/board/session'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/Toasts'
import { moveToOpen, moveToReserved } from '@/lib/case/reserved/move'
import { partKey, type ReservableMap } from '@/lib/case/reserved/withReserved'

/**
 * For who is admitted and writes: moves a record out of sight of the others, or into it, after saying what that
 * means. Nothing for who is not admitted: they cannot see where it would go.
 */
export function MoveRecord({ kind, id, name }: { kind: ReservableMap; id: string; name: string }) {
  const t = useTranslations('reserved.move')
  const tc = useTranslations('common')
  const { feed, undo, actor, canWrite } = useSession()
  const reserved = useReservedDoc()
  const isReserved = useReservedParts().records.has(partKey(kind, id))
  const toast = useToast()
  const [asked, setAsked] = useState(false)
  if (!reserved || !canWrite) return null
  const move = () => {
    setAsked(false)
    const docs = { open: feed.openDoc, reserved }
    const moved = undo.together(() =>
      isReserved ? moveToOpen(docs, actor(), { kind, id }) : moveToReserved(docs, actor(), { kind, id }),
    )
    feed.flush()
    if (moved) toast(isReserved ? t('shown') : t('hidden'))
  }
  const Icon = isReserved ? LockKeyholeOpen : LockKeyhole
  return (
    <>
      <Button aria-label={isReserved ? t('showOf', { name }) : t('hide')} onClick={() => setAsked(true)}>
        <Icon size={18} aria-hidden />
        {isReserved ? t('show') : t('hide')}
      </Button>
      <Dialog
        open={asked}
        onOpenChange={setAsked}
        title={isReserved ? t('showTitle') : t('hideTitle')}
        text={isReserved ? t('showText') : t('hideText')}
      >
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setAsked(false)}>{tc('cancel')}</Button>
          <Button look="primary" onClick={move}>
            {isReserved ? t('show') : t('hide')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
