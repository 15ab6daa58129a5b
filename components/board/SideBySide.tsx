'use client'
import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { CanvasView } from '@/components/canvas/BoardCanvas'
import { CanvasPlace } from './CanvasPlace'
import { HandProvider } from './atHand'
import { Divider } from './Divider'
import { RoomProvider } from './useRoom'
import { CANVASES } from './views'

interface Props {
  view: CanvasView
  /** What stands beside it; null for nothing. */
  beside: CanvasView | null
  onBeside: (view: CanvasView | null) => void
  licenseKey?: string | undefined
}

/** One canvas, or two of one case beside each other. Keys go to the one that was touched last. */
export function SideBySide({ view, beside, onBeside, licenseKey }: Props) {
  const t = useTranslations('board')
  const whole = useRef<HTMLDivElement>(null)
  const [part, setPart] = useState(50)
  const [atHand, setAtHand] = useState<'first' | 'second'>('first')
  const isTwo = beside !== null
  return (
    <RoomProvider value={isTwo ? 'compact' : null}>
      <div ref={whole} className="flex min-h-0 min-w-0 flex-1">
        <section
          aria-label={isTwo ? t(`view.${view}`) : undefined}
          className="flex min-w-0"
          style={isTwo ? { flex: `${part} 1 0` } : { flex: 1 }}
          onPointerDownCapture={() => setAtHand('first')}
          onFocusCapture={() => setAtHand('first')}
        >
          <HandProvider value={!isTwo || atHand === 'first'}>
            <CanvasPlace view={view} licenseKey={licenseKey} />
          </HandProvider>
        </section>
        {isTwo && (
          <>
            <Divider of={whole} part={part} onPart={setPart} />
            <section
              aria-label={t(`view.${beside}`)}
              className="flex min-w-0 flex-col"
              style={{ flex: `${100 - part} 1 0` }}
              onPointerDownCapture={() => setAtHand('second')}
              onFocusCapture={() => setAtHand('second')}
            >
              <BesideBar beside={beside} not={view} onBeside={onBeside} />
              <HandProvider value={atHand === 'second'}>
                <CanvasPlace view={beside} licenseKey={licenseKey} />
              </HandProvider>
            </section>
          </>
        )}
      </div>
    </RoomProvider>
  )
}

/** Says what stands beside, and lets one choose something else or close it. */
function BesideBar({
  beside,
  not,
  onBeside,
}: {
  beside: CanvasView
  not: CanvasView
  onBeside: Props['onBeside']
}) {
  const t = useTranslations('board')
  return (
    <div className="flex items-center gap-1 border-b border-line bg-surface px-2 py-1">
      <div role="group" aria-label={t('beside.label')} className="flex min-w-0 flex-1 flex-wrap gap-0.5">
        {CANVASES.filter((name) => name !== not).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === beside}
            className="inline-flex min-h-9 items-center rounded-md px-2.5 text-s font-bold text-ink-soft hover:text-ink aria-pressed:bg-unknown-soft aria-pressed:text-ink"
            onClick={() => onBeside(name)}
          >
            {t(`view.${name}`)}
          </button>
        ))}
      </div>
      <button
        type="button"
        aria-label={t('beside.close')}
        title={t('beside.close')}
        className="grid size-9 place-items-center rounded-lg hover:bg-unknown-soft"
        onClick={() => onBeside(null)}
      >
        <X size={18} aria-hidden="true" />
      </button>
    </div>
  )
}
