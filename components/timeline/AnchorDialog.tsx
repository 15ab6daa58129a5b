'use client'
import { Dialog } from 'radix-ui'
import { useTranslations } from 'use-intl'
import { BUTTON, PRIMARY } from '@/components/ui/classes'
import type { Case } from '@/lib/case/schema'
import type { Drop } from './host'

interface Props {
  drops: readonly Drop[]
  caseData: Case
  onMove: () => void
  onKeep: () => void
}

/** A date that hangs on something else ("toen ze 11 was") is not moved without asking. */
export function AnchorDialog({ drops, caseData, onMove, onKeep }: Props) {
  const t = useTranslations('timeline.anchor')
  const ids = new Set(drops.map(({ eventId }) => eventId))
  const words = caseData.events.find(({ id, anchor }) => ids.has(id) && anchor)?.originalText ?? ''
  return (
    <Dialog.Root open={drops.length > 0} onOpenChange={(open) => !open && onKeep()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-ink/30" />
        <Dialog.Content className="fixed top-1/3 left-1/2 z-50 w-[min(420px,calc(100vw-32px))] -translate-x-1/2 rounded-card bg-surface p-6 shadow-card">
          <Dialog.Title className="text-l font-bold">{t('title')}</Dialog.Title>
          <Dialog.Description className="mt-2 mb-5 text-m">{t('text', { words })}</Dialog.Description>
          <div className="flex flex-wrap justify-end gap-2">
            <button type="button" className={BUTTON} onClick={onKeep}>
              {t('keep')}
            </button>
            <button type="button" className={PRIMARY} onClick={onMove}>
              {t('move')}
            </button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
