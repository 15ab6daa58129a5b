'use client'
import { Maximize, Minus, Plus } from 'lucide-react'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'

const BUTTON =
  'inline-flex min-h-10 min-w-10 items-center justify-center gap-2 rounded-lg px-2 text-m text-ink hover:bg-paper'

/** How near; everything in view. At the bottom, never over the right corner: the watermark stands there. */
export function ZoomBar({ editor, onFit }: { editor: Editor; onFit: () => void }) {
  const t = useTranslations('canvas.zoom')
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor])
  return (
    <div
      role="toolbar"
      aria-label={t('label')}
      className="pointer-events-auto flex items-center rounded-card border border-line bg-surface px-1 shadow-card"
    >
      <button type="button" className={BUTTON} aria-label={t('out')} onClick={() => editor.zoomOut()}>
        <Minus size={18} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={`rt-percent ${BUTTON} tabular-nums`}
        aria-label={t('now', { percent })}
        onClick={() => editor.resetZoom()}
      >
        {percent} %
      </button>
      <button type="button" className={BUTTON} aria-label={t('in')} onClick={() => editor.zoomIn()}>
        <Plus size={18} aria-hidden="true" />
      </button>
      <span className="mx-1 h-6 w-px bg-line" />
      <button type="button" className={BUTTON} title={t('fit')} onClick={onFit}>
        <Maximize size={16} aria-hidden="true" />
        <span className="rt-roomy">{t('fit')}</span>
      </button>
    </div>
  )
}
