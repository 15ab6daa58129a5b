'use client'
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { BUTTON } from '@/components/ui/classes'
import type { CaseEvent } from '@/lib/case/schema'

/** The picture of a moment, small; pressed it stands large over everything, and Escape puts it away. */
export function PictureView({ event, asset }: { event: CaseEvent; asset: string }) {
  const t = useTranslations('event.picture')
  const tt = useTranslations('timeline')
  const tc = useTranslations('common')
  const { boardId } = useSession()
  const [tries, setTries] = useState(0)
  const [missing, setMissing] = useState(false)
  const src = `/api/boards/${encodeURIComponent(boardId)}/pictures/${encodeURIComponent(asset)}`
  const alt = event.assetText.trim() || t('noAlt', { title: event.title || tt('untitled') })
  if (missing)
    return (
      <div className="flex flex-wrap items-center gap-3 rounded-card border border-line p-3 text-m">
        <p role="status">{t('missing')}</p>
        <button
          type="button"
          className={BUTTON}
          onClick={() => {
            setTries(tries + 1)
            setMissing(false)
          }}
        >
          {t('retry')}
        </button>
      </div>
    )
  return (
    <Dialog.Root>
      <Dialog.Trigger
        aria-label={`${t('enlarge')}. ${alt}`}
        className="block w-full overflow-hidden rounded-card border border-line bg-paper"
      >
        <img
          key={`${asset} ${tries}`}
          src={src}
          alt={alt}
          className="mx-auto max-h-56 min-h-16 object-contain"
          onError={() => setMissing(true)}
        />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-[1000] bg-ink/70" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-2 z-[1001] flex flex-col overflow-hidden rounded-card bg-surface outline-none sm:inset-6"
        >
          <div className="flex items-center gap-3 border-b border-line py-1 pr-1 pl-4">
            <Dialog.Title className="min-w-0 flex-1 truncate text-m font-bold">{alt}</Dialog.Title>
            <Dialog.Close
              aria-label={tc('close')}
              className="grid size-target shrink-0 place-items-center rounded-card text-ink-soft hover:bg-paper"
            >
              <X size={20} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className="flex min-h-0 flex-1 items-center justify-center bg-paper p-2">
            <img src={src} alt={alt} className="max-h-full max-w-full object-contain" />
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
