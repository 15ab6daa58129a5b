'use client'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLatest } from '@/components/ui/useLatest'
import { setTitle } from '@/lib/case/commands/texts'
import { useCase, useSession, useUnwritten } from './session'

/** After this pause in typing the title is kept; leaving the field keeps it at once. Milliseconds. */
const PAUSE_MS = 700

/** The board's title; who may write can change it where it stands. A title is never emptied: it stays as it was. */
export function BoardTitle() {
  const t = useTranslations('board')
  const { doc, actor, canWrite, feed } = useSession()
  const { title } = useCase().meta
  const [typed, setTyped] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const wanted = typed?.trim() ?? ''
  useUnwritten(wanted !== '' && wanted !== title)
  const keep = useLatest(() => {
    if (timer.current) clearTimeout(timer.current)
    if (wanted && wanted !== title) setTitle(doc, actor(), wanted)
    feed.flush()
  })
  useEffect(() => () => keep.current(), [keep])
  if (!canWrite) {
    return (
      <h1 className="rt-header-title truncate px-2 text-l" title={title}>
        {title || t('untitled')}
      </h1>
    )
  }
  return (
    <h1 className="rt-header-title">
      <input
        aria-label={t('title')}
        title={title}
        value={typed ?? title}
        placeholder={t('untitled')}
        maxLength={200}
        className="field-sizing-content min-h-8 max-w-full min-w-24 truncate rounded-lg border border-transparent bg-transparent px-2 text-l font-bold hover:border-line focus:border-edge focus:bg-surface"
        onChange={({ target }) => {
          setTyped(target.value)
          if (timer.current) clearTimeout(timer.current)
          timer.current = setTimeout(() => keep.current(), PAUSE_MS)
        }}
        onBlur={() => {
          keep.current()
          setTyped(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </h1>
  )
}
