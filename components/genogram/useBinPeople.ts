'use client'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { useOpenId, usePeople } from '@/components/people/place'
import { useToast } from '@/components/ui/Toasts'
import { binPeople } from './hands'

/** Puts people and organisations in the bin, says so, and can take it back. */
export function useBinPeople(): (ids: readonly string[]) => void {
  const session = useSession()
  const { close } = usePeople()
  const openId = useOpenId()
  const toast = useToast()
  const t = useTranslations('people')
  const tc = useTranslations('genogram.canvas')
  return useCallback(
    (ids) => {
      if (ids.length === 0) return
      const { people, organisations } = session.feed.get()
      const first = [...people, ...organisations].find(({ id }) => ids.includes(id))
      const undo = binPeople(session, ids)
      if (openId !== null && ids.includes(openId)) close()
      const text =
        ids.length === 1
          ? t('remove.done', { name: first?.name || t('noName') })
          : tc('binnedMany', { count: ids.length })
      toast(text, { label: t('remove.undo'), run: undo })
    },
    [session, openId, close, toast, t, tc],
  )
}
