'use client'
import { ChevronDown, Map as MapIcon } from 'lucide-react'
import { memo, useRef, useState } from 'react'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { moveTo, viewOf } from '@/components/canvas/camera'
import type { TimelineLayout } from '@/lib/timeline/types'
import { tintOf } from './tints'

/** Pixels. */
const WIDTH = 200
const HEIGHT = 56

/** The whole line in small, with the part that is seen. Who goes by keyboard has the ways to what is out of view. */
export function Minimap({ editor, layout }: { editor: Editor; layout: TimelineLayout }) {
  const t = useTranslations('work.map')
  const [open, setOpen] = useState(true)
  const box = useRef<HTMLDivElement>(null)
  const { bounds } = layout
  const goTo = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const place = box.current?.getBoundingClientRect()
    if (!place) return
    const view = viewOf(editor)
    const x = bounds.x + ((clientX - place.x) / place.width) * bounds.w
    const y = bounds.y + ((clientY - place.y) / place.height) * bounds.h
    moveTo(editor, { ...view, x: x - view.w / 2, y: y - view.h / 2 })
  }
  return (
    <div className="rt-minimap pointer-events-auto rounded-card border border-line bg-surface p-1 shadow-card">
      <button
        type="button"
        aria-expanded={open}
        className="flex min-h-8 w-full items-center gap-1.5 rounded-lg px-2 text-s text-ink-soft hover:bg-paper"
        onClick={() => setOpen(!open)}
      >
        <MapIcon size={14} aria-hidden="true" />
        {t('label')}
        <ChevronDown size={14} aria-hidden="true" className={`ml-auto ${open ? '' : '-rotate-90'}`} />
      </button>
      {open && (
        // The part that is seen moves over what is painted once, and paints nothing anew.
        <div
          ref={box}
          className="relative cursor-pointer touch-none overflow-hidden"
          style={{ width: WIDTH, height: HEIGHT }}
          onPointerDown={(pointer) => {
            pointer.currentTarget.setPointerCapture(pointer.pointerId)
            goTo(pointer)
          }}
          onPointerMove={(pointer) => pointer.buttons > 0 && goTo(pointer)}
        >
          <Marks layout={layout} />
          <Window editor={editor} bounds={bounds} />
        </div>
      )}
    </div>
  )
}

/** Drawn once for a layout. */
const Marks = memo(function Marks({ layout }: { layout: TimelineLayout }) {
  const { axis, bounds, cards, eras } = layout
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`${bounds.x} ${bounds.y} ${bounds.w} ${bounds.h}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="block will-change-transform"
    >
      {eras.map((era) => (
        <rect
          key={era.id}
          x={era.x}
          y={bounds.y}
          width={era.w}
          height={bounds.h}
          fill="var(--unknown-soft)"
        />
      ))}
      {(['above', 'below'] as const).map((place) => (
        <path
          key={place}
          d={outlines(cards.filter((card) => card.place === place))}
          fill={tintOf(place === 'above' ? 'professional' : 'family').line}
          opacity={0.55}
        />
      ))}
      <line x1={axis.x0} x2={axis.x1} y1={0} y2={0} stroke="var(--ink)" vectorEffect="non-scaling-stroke" />
      <line
        x1={axis.nowX}
        x2={axis.nowX}
        y1={bounds.y}
        y2={bounds.y + bounds.h}
        stroke="var(--accent)"
        strokeWidth={2}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
})

/** All cards of a side as one path: a story can have thousands. */
function outlines(cards: TimelineLayout['cards']): string {
  return cards.map(({ x, y, w, h }) => `M${x} ${y}h${w}v${h}h${-w}z`).join('')
}

/** The only part that moves with the camera. */
function Window({ editor, bounds }: { editor: Editor; bounds: TimelineLayout['bounds'] }) {
  const view = useValue('view', () => viewOf(editor), [editor])
  const [toX, toY] = [WIDTH / bounds.w, HEIGHT / bounds.h]
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute top-0 left-0 border-[1.5px] border-accent bg-accent/10 will-change-transform"
      style={{
        width: view.w * toX,
        height: view.h * toY,
        transform: `translate(${(view.x - bounds.x) * toX}px, ${(view.y - bounds.y) * toY}px)`,
      }}
    />
  )
}
