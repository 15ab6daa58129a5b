'use client'
import { useMemo, useState } from 'react'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { renameLane } from '@/lib/case/commands/texts'
import { textWidth } from '@/lib/text/widths'
import { freeX } from '@/lib/timeline/freeX'
import { SIDE_LABEL_H } from '@/lib/timeline/metrics'
import type { PlacedCard } from '@/lib/timeline/types'
import type { Box } from '@/lib/timeline/view'
import type { Timeline } from './useTimeline'

/** Left of this stand the tools. Pixels. */
const LEFT = 104
const TOP = 62
const BAR = 88
/** Least distance from the axis. Pixels. */
const AWAY = 36
/** Size of a name, with its padding. Pixels. */
const HEIGHT = 27
const MAX_WIDTH = 320
const PX = 15
const SPACING = 1.06
const PADDING = 12
/** Free room kept between a name and a card. Pixels. */
const CLEAR = 6

/**
 * The names of the sides. They stay in view at the left edge however far the canvas is moved, for a card without
 * its side says half; where cards stand they move aside. A double click, or Enter, and a name can be changed.
 */
export function SideNames({ editor, timeline }: { editor: Editor; timeline: Timeline }) {
  useValue('camera', () => [editor.getCamera(), editor.getViewportScreenBounds()], [editor])
  const { w, h } = editor.getViewportScreenBounds()
  const axis = editor.pageToViewport({ x: 0, y: 0 }).y
  const z = editor.getZoomLevel()
  const view = editor.getViewportPageBounds()
  const all = useObstacles(timeline.layout)
  const obstacles = all
    .filter(
      (box) => box.x < view.maxX && box.x + box.w > view.x && box.y < view.maxY && box.y + box.h > view.y,
    )
    .map((box) => {
      const { x, y } = editor.pageToViewport(box)
      return { x, y, w: box.w * z, h: box.h * z }
    })
  return timeline.layout.sideLabels.map(({ laneId, x, y, place }) => {
    const at = editor.pageToViewport({ x, y: y - SIDE_LABEL_H + 4 })
    const above = place === 'above'
    // In view, and always on its own side of the axis; out of view with its whole side.
    const top = above
      ? Math.min(Math.max(TOP, at.y), axis - AWAY)
      : Math.max(Math.min(at.y, h - BAR), axis + AWAY)
    if (top < -AWAY || top > h) return null
    const name = timeline.lanes.find(({ id }) => id === laneId)?.name ?? ''
    const width = Math.min(MAX_WIDTH, textWidth(name.toUpperCase(), PX, 'bold') * SPACING + PADDING)
    const room = { x: Math.max(LEFT, at.x), y: top, w: width, h: HEIGHT }
    const free = freeX(room, obstacles, w, CLEAR)
    if (free === null) return null
    return <SideName key={laneId} laneId={laneId} name={name} above={above} x={free} y={top} />
  })
}

/** What a name may not stand on. */
function useObstacles({ cards, docks }: Timeline['layout']): readonly Box[] {
  return useMemo(() => [...cards, ...cards.flatMap(stemOf), ...docks], [cards, docks])
}

/** The line from a card to the axis, as a box. */
function stemOf({ place, poleX, y, h }: PlacedCard): Box[] {
  if (poleX === null) return []
  const x = poleX - 1
  return place === 'above' ? [{ x, y: y + h, w: 2, h: -y - h }] : [{ x, y: 0, w: 2, h: y }]
}

interface SideProps {
  laneId: string
  name: string
  above: boolean
  x: number
  y: number
}

function SideName({ laneId, name, above, x, y }: SideProps) {
  const t = useTranslations('timeline')
  const { doc, actor, canWrite, feed } = useSession()
  const [editing, setEditing] = useState(false)
  const look = `absolute top-0 left-0 max-w-80 truncate rounded-lg px-1.5 py-0.5 text-m font-bold ${above ? 'text-professional' : 'text-family'}`
  const style = { transform: `translate(${x}px, ${y}px)` }
  const save = (value: string) => {
    setEditing(false)
    if (value.trim()) renameLane(doc, actor(), { id: laneId, name: value.trim() })
    feed.flush()
  }
  if (!canWrite) {
    return (
      <p className={`pointer-events-none tracking-wide uppercase ${look}`} style={style}>
        {name}
      </p>
    )
  }
  if (!editing) {
    return (
      <button
        type="button"
        title={t('renameSideHint')}
        aria-label={`${name}. ${t('renameSide')}`}
        className={`tracking-wide uppercase hover:bg-ink/5 ${look}`}
        style={style}
        onDoubleClick={() => setEditing(true)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          setEditing(true)
        }}
      >
        {name}
      </button>
    )
  }
  return (
    <input
      // The person asked for it: the caret belongs here.
      ref={(input) => input?.select()}
      aria-label={t('renameSide')}
      defaultValue={name}
      maxLength={100}
      className={`w-64 border border-edge bg-surface ${look}`}
      style={style}
      onBlur={(event) => save(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save(event.currentTarget.value)
        if (event.key === 'Escape') setEditing(false)
        event.stopPropagation()
      }}
    />
  )
}
