'use client'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { useToast } from '@/components/ui/Toasts'
import { takeOut } from './hands'
import { useInField } from './useInField'

/** Takes people and organisations out of the field, by the ids of their stakes; says so, and can take it back. */
export function useTakeOut(): (stakes: readonly string[]) => void {
  const session = useSession()
  const toast = useToast()
  const t = useTranslations('stakeholders')
  const { stakes } = useInField()
  return useCallback(
    (ids) => {
      const gone = stakes.filter(({ stake }) => ids.includes(stake.id))
      const [first] = gone
      if (!first) return
      const run = takeOut(
        session,
        gone.map(({ stake }) => stake),
      )
      const text =
        gone.length === 1
          ? t('binned', { name: first.subject.name })
          : t('binnedMany', { count: gone.length })
      toast(text, { label: t('undo'), run })
    },
    [session, stakes, toast, t],
  )
}
