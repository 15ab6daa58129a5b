'use client'
import { Sparkles } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { useToast } from '@/components/ui/Toasts'
import { tidy } from './hands'

/** "Netjes zetten", while somebody stands where a hand put them. */
export function TidyButton({ pinned }: { pinned: boolean }) {
  const t = useTranslations('genogram.canvas')
  const session = useSession()
  const toast = useToast()
  if (!pinned || !session.canWrite) return null
  return (
    <button
      type="button"
      title={t('tidyLong')}
      className="pointer-events-auto inline-flex min-h-12 items-center gap-2 rounded-card border border-line bg-surface px-4 text-m whitespace-nowrap shadow-card hover:border-edge"
      onClick={() => {
        const undo = tidy(session)
        if (undo) toast(t('tidied'), { label: t('undo'), run: undo })
      }}
    >
      <Sparkles size={16} aria-hidden="true" />
      {t('tidy')}
    </button>
  )
}
