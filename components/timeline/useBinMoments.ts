'use client'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { useSession } from '@/components/board/session'
import { useToast } from '@/components/ui/Toasts'
import { binMoments } from './moments'

/** Puts moments in the bin, says so, and can take it back. */
export function useBinMoments(): (ids: readonly string[]) => void {
  const session = useSession()
  const focus = useFocus()
  const toast = useToast()
  const t = useTranslations('timeline')
  return useCallback(
    (ids) => {
      const [first] = session.feed.get().events.filter(({ id }) => ids.includes(id))
      const undo = binMoments(session, ids)
      if (focus.eventId !== null && ids.includes(focus.eventId)) focus.close()
      const text =
        ids.length === 1
          ? t('binned', { title: first?.title || t('untitled') })
          : t('binnedMany', { count: ids.length })
      toast(text, { label: t('undo'), run: undo })
    },
    [session, focus, toast, t],
  )
}
