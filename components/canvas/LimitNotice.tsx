'use client'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'

/** tldraw holds 4,000 shapes on a page and makes no more without a word: say so before. */
const WARN_AT = 3_000

export function LimitNotice({ editor }: { editor: Editor }) {
  const t = useTranslations('canvas')
  const count = useValue('shapes', () => editor.getCurrentPageShapeIds().size, [editor])
  if (count < WARN_AT) return null
  return (
    <p
      role="status"
      className="absolute top-3 left-1/2 max-w-md -translate-x-1/2 rounded-card border border-line bg-surface px-4 py-2 text-s shadow-card"
    >
      {t('nearlyFull', { count, max: editor.options.maxShapesPerPage })}
    </p>
  )
}
