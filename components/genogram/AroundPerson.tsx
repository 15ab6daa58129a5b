'use client'
import { Plus, Spline } from 'lucide-react'
import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { frame } from '@/components/canvas/camera'
import { ADD_AS, BOND_KEY, keyOf } from './making'
import type { KinKind } from './make/AddKin'
import { pieceId } from './shapes'
import { personAt } from './useGenogramClicks'

interface Props {
  editor: Editor
  id: string
  name: string
  /** Organisations have no family. */
  isPerson: boolean
  onAdd: (as: KinKind) => void
  /** Draws a relation; `to` is who the button was drawn to, null when somebody is still to be chosen. */
  onBond: (to: string | null) => void
}

/** Between the buttons and the symbol. Pixels. */
const OFF = 12
/** Room that the tools at the left take, and that is kept at the upper edge. Pixels. */
const LEFT = 96
const EDGE = 8

const BUTTON =
  'inline-flex min-h-10 min-w-10 items-center justify-center gap-1 rounded-lg px-2 text-s font-bold whitespace-nowrap text-ink hover:bg-accent-soft'

/** Buttons at the person who is selected: add somebody of the family or the network, draw a relation. */
export function AroundPerson({ editor, id, name, isPerson, onAdd, onBond }: Props) {
  const t = useTranslations('genogram.canvas.around')
  const [bar, setBar] = useState<HTMLDivElement | null>(null)
  // As one string: rendered again only when it moves.
  const place = useValue('around', () => placeOf(editor, id), [editor, id])
  if (place === null) return null
  const [middle = 0, top = 0, bottom = 0, right = 0] = place.split(' ').map(Number)
  const half = (bar?.offsetWidth ?? 460) / 2
  const left = Math.max(LEFT + half, Math.min(right - half, middle))
  const above = top - OFF - (bar?.offsetHeight ?? 44) > EDGE
  return (
    <div
      ref={setBar}
      role="toolbar"
      aria-label={t('label', { name })}
      className="pointer-events-auto absolute z-10 flex w-max max-w-[calc(100%-6.5rem)] -translate-x-1/2 flex-wrap justify-center rounded-card border border-line bg-surface p-0.5 shadow-card"
      style={above ? { left, bottom: `calc(100% - ${top - OFF}px)` } : { left, top: bottom + OFF }}
    >
      {(isPerson ? ADD_AS : (['child', 'network'] as const)).map((as) => (
        <button
          key={as}
          type="button"
          className={BUTTON}
          title={`${t(`long.${as}`)} (${keyOf(as)})`}
          onClick={() => onAdd(as)}
        >
          <Plus size={14} aria-hidden="true" />
          {t(as)}
        </button>
      ))}
      <BondButton editor={editor} from={id} onBond={onBond} />
    </div>
  )
}

/** Drawn to somebody it is a relation with them; pressed, it asks who. */
function BondButton({
  editor,
  from,
  onBond,
}: {
  editor: Editor
  from: string
  onBond: (to: string | null) => void
}) {
  const t = useTranslations('genogram.canvas.around')
  const [end, setEnd] = useState<{ x: number; y: number } | null>(null)
  const pointOf = ({ clientX: x, clientY: y }: React.PointerEvent) => ({ x, y })
  const start = useRef<{ x: number; y: number } | null>(null)
  /** The click that follows a drawn line is none. */
  const drew = useRef(false)
  return (
    <>
      <button
        type="button"
        className={`${BUTTON} touch-none text-accent-strong!`}
        title={`${t('long.bond')} (${BOND_KEY.toUpperCase()})`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          start.current = pointOf(event)
          drew.current = false
        }}
        onPointerMove={(event) => {
          const { x, y } = pointOf(event)
          const begun = start.current
          if (begun && Math.hypot(x - begun.x, y - begun.y) > OFF) setEnd({ x, y })
        }}
        onPointerUp={(event) => {
          start.current = null
          if (!end) return
          drew.current = true
          setEnd(null)
          const to = personAt(editor, editor.screenToPage(pointOf(event)))
          if (to !== null && to !== from) onBond(to)
        }}
        onPointerCancel={() => {
          start.current = null
          setEnd(null)
        }}
        onClick={() => !drew.current && onBond(null)}
      >
        <Spline size={16} aria-hidden="true" />
        {t('bond')}
      </button>
      {/* Outside the buttons, which are moved by a transform: what is fixed in them would move along. */}
      {end && createPortal(<Thread editor={editor} from={from} end={end} />, document.body)}
    </>
  )
}

/** The line that is being drawn, from the person to the pointer. */
function Thread({ editor, from, end }: { editor: Editor; from: string; end: { x: number; y: number } }) {
  const bounds = editor.getShapePageBounds(pieceId('person', from))
  if (!bounds) return null
  const start = editor.pageToScreen({ x: bounds.midX, y: bounds.y + 20 })
  return (
    <svg className="pointer-events-none fixed inset-0 z-50 h-full w-full" aria-hidden="true">
      <line
        x1={start.x}
        y1={start.y}
        x2={end.x}
        y2={end.y}
        stroke="var(--accent)"
        strokeWidth={2.5}
        strokeDasharray="2 7"
        strokeLinecap="round"
      />
      <circle cx={end.x} cy={end.y} r={5} fill="var(--accent)" />
    </svg>
  )
}

/** Where the person stands on the canvas (middle, top, bottom) and how far to the right it is free; null while they are moved. */
function placeOf(editor: Editor, id: string): string | null {
  if (editor.isIn('select.translating')) return null
  const box = editor.getShapePageBounds(pieceId('person', id))
  if (!box) return null
  const top = editor.pageToViewport({ x: box.midX, y: box.minY })
  const bottom = editor.pageToViewport({ x: box.midX, y: box.maxY })
  const { x, w } = frame(editor)
  return [top.x, top.y, bottom.y, x + w].map(Math.round).join(' ')
}
