'use client'
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, CircleHelp } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { glideTo, moveTo, viewOf } from '@/components/canvas/camera'
import { cardsTowards, DIRECTIONS, outsideOf, viewTowards } from '@/lib/timeline/view'
import type { Direction } from '@/lib/timeline/view'
import { DrawnWords } from './DrawnWords'
import { isOtherWay } from '@/components/canvas/sight'
import { useAtRest } from './useAtRest'
import type { Timeline } from './useTimeline'

const ICONS: Record<Direction, LucideIcon> = {
  earlier: ArrowLeft,
  undated: CircleHelp,
  higher: ArrowUp,
  lower: ArrowDown,
  later: ArrowRight,
}

interface Props {
  editor: Editor
  timeline: Timeline
  /** Puts the focus on a moment: who goes by keyboard wants to arrive somewhere. */
  onArrive: (eventId: string) => void
}

/** How many moments lie outside the view and where, each a button that goes there. Nothing when all are seen. */
export function Outside({ editor, timeline, onArrive }: Props) {
  const t = useTranslations('timeline.outside')
  // As one string: it is rendered only when a number changes.
  const counts = useAtRest(editor, () => JSON.stringify(outsideOf(timeline.layout, viewOf(editor))), timeline)
  const count = JSON.parse(counts) as Record<Direction, number>
  const button = (direction: Direction) => {
    const Icon = ICONS[direction]
    return (
      <button
        key={direction}
        type="button"
        title={`${count[direction]} ${t(direction)}`}
        className="pointer-events-auto inline-flex min-h-10 items-center gap-1.5 rounded-full border border-line bg-surface px-3 text-m whitespace-nowrap text-ink shadow-card hover:border-edge"
        onClick={({ detail }) => {
          const view = viewOf(editor)
          const [first] = cardsTowards(direction, timeline.layout, view)
          const target = viewTowards(direction, timeline.layout, view)
          if (detail > 0 || !first) return glideTo(editor, target)
          // Pressed by keyboard: the button itself can be gone when we are there.
          moveTo(editor, target)
          onArrive(first.id)
        }}
      >
        {direction !== 'later' && <Icon size={16} aria-hidden="true" />}
        <span>
          {count[direction]}
          <span className={direction === 'undated' ? 'rt-less-roomy' : 'rt-roomy'}> {t(direction)}</span>
        </span>
        {direction === 'later' && <Icon size={16} aria-hidden="true" />}
      </button>
    )
  }
  const shown = DIRECTIONS.filter((direction) => count[direction] > 0)
  return (
    <>
      {shown.length > 0 && (
        <nav aria-label={t('label')} className="flex flex-wrap items-end gap-2">
          {shown.map(button)}
        </nav>
      )}
      <OtherScale editor={editor} />
      <DrawnWords editor={editor} timeline={timeline} onArrive={onArrive} />
    </>
  )
}

/** Says that there is a drawing which belongs to another scale, and is not shown on this one. */
function OtherScale({ editor }: { editor: Editor }) {
  const t = useTranslations('timeline.drawn')
  const hidden = useValue(
    'drawn on another scale',
    () => editor.getCurrentPageShapes().some((shape) => isOtherWay(shape, editor)),
    [editor],
  )
  return hidden ? <p className="pb-2 text-m text-ink-soft">{t('otherScale')}</p> : null
}
