'use client'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'

/** What the free board is for, until something is on it. It never stands in the way of the pen. */
export function EmptyFree({ editor, canWrite }: { editor: Editor; canWrite: boolean }) {
  const t = useTranslations('canvas.emptyFree')
  const isEmpty = useValue('empty', () => editor.getCurrentPageShapeIds().size === 0, [editor])
  if (!isEmpty) return null
  return (
    <p className="pointer-events-none absolute inset-x-0 top-[35%] mx-auto max-w-sm px-4 text-center text-m text-ink-soft">
      {canWrite ? t('write') : t('read')}
    </p>
  )
}
