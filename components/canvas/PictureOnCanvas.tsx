'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'

/** The picture, or in words that it cannot be shown. */
export function PictureOnCanvas({ picture }: { picture: string }) {
  const t = useTranslations('event.picture')
  const { boardId } = useSession()
  const [missing, setMissing] = useState(false)
  if (missing)
    return (
      <p className="grid size-full place-items-center border border-line bg-paper p-3 text-center text-m text-ink-soft">
        {t('missing')}
      </p>
    )
  return (
    <img
      src={`/api/boards/${encodeURIComponent(boardId)}/pictures/${encodeURIComponent(picture)}`}
      alt={t('onBoard')}
      draggable={false}
      className="size-full"
      onError={() => setMissing(true)}
    />
  )
}
