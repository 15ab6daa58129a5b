'use client'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { collapseLane } from '@/lib/case/commands/lanes'
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
/** Room of the button that folds a lane. Pixels. */
const CHEVRON = 28

/**
 * The names of the sides. They stay in view at the left edge however far the canvas is moved, for a card without
 * its side says half; where cards stand they move aside. A double click, or Enter, and a name can be changed.
 */
export function SideNames({ editor, timeline }: { editor: Editor; timeline: Timeline }) {
  const all = useObstacles(timeline.layout)
  // While the canvas is moved the names stand still beside it, but for what goes up or down; they move aside at rest.
  const aside = useRef<ReadonlyMap<string, number>>(new Map())
  const places = useValue(
    'places of the names',
    () => {
      const placed = placeNames(editor, timeline, all, aside.current)
      aside.current = new Map(placed.map(({ laneId, x }) => [laneId, x]))
      return JSON.stringify(placed)
    },
    [editor, timeline, all],
  )
  return (JSON.parse(places) as Place[]).map(({ laneId, x, y }) => {
    const { name, place, collapsed = false } = timeline.lanes.find(({ id }) => id === laneId)!
    return <SideName key={laneId} {...{ laneId, name, collapsed, x, y }} above={place === 'above'} />
  })
}

interface Place {
  laneId: string
  /** Pixels of the canvas. */
  x: number
  y: number
}

/** Where each name stands that has a place; `before`: where they stood, for as long as the canvas is moving. */
function placeNames(
  editor: Editor,
  { layout, lanes }: Timeline,
  all: readonly Box[],
  before: ReadonlyMap<string, number>,
): Place[] {
  const { w, h } = editor.getViewportScreenBounds()
  const z = editor.getZoomLevel()
  const moves = editor.getCameraState() === 'moving'
  const view = editor.getViewportPageBounds()
  const obstacles = () =>
    all
      .filter(
        (box) => box.x < view.maxX && box.x + box.w > view.x && box.y < view.maxY && box.y + box.h > view.y,
      )
      .map((box) => {
        const { x, y } = editor.pageToViewport(box)
        return { x, y, w: box.w * z, h: box.h * z }
      })
  return layout.sideLabels.flatMap(({ laneId, x, y, place }): Place[] => {
    const lane = lanes.find(({ id }) => id === laneId)
    if (!lane) return []
    const at = editor.pageToViewport({ x, y: y - SIDE_LABEL_H + 4 })
    const line = editor.pageToViewport({
      x: 0,
      y: layout.lanes.find(({ id }) => id === laneId)?.baseY ?? 0,
    }).y
    // In view, and always on its own side of its line; out of view with its whole lane. A folded lane is all line.
    const kept =
      place === 'above'
        ? Math.min(Math.max(TOP, at.y), line - AWAY)
        : Math.max(Math.min(at.y, h - BAR), line + AWAY)
    const top = lane.collapsed ? at.y : kept
    if (top < -AWAY || top > h) return []
    const stood = moves ? before.get(laneId) : undefined
    if (stood !== undefined) return [{ laneId, x: stood, y: top }]
    const words = textWidth(lane.name.toUpperCase(), PX, 'bold') * SPACING + PADDING
    const width = Math.min(MAX_WIDTH, words + CHEVRON)
    const room = { x: Math.max(LEFT, at.x), y: top, w: width, h: HEIGHT }
    const free = freeX(room, obstacles(), w, CLEAR)
    return free === null ? [] : [{ laneId, x: free, y: top }]
  })
}

/** What a name may not stand on. */
function useObstacles({ cards, docks }: Timeline['layout']): readonly Box[] {
  return useMemo(() => [...cards, ...cards.flatMap(stemOf), ...docks], [cards, docks])
}

/** The line from a card to the axis, as a box. */
function stemOf({ place, poleX, y, h, baseY }: PlacedCard): Box[] {
  if (poleX === null) return []
  const x = poleX - 1
  return place === 'above' ? [{ x, y: y + h, w: 2, h: baseY - y - h }] : [{ x, y: baseY, w: 2, h: y - baseY }]
}

interface SideProps {
  laneId: string
  name: string
  above: boolean
  collapsed: boolean
  x: number
  y: number
}

function SideName({ laneId, name, above, collapsed, x, y }: SideProps) {
  const t = useTranslations('timeline')
  const { doc, actor, canWrite, feed } = useSession()
  const [editing, setEditing] = useState(false)
  const tl = useTranslations('lanes')
  const place = 'absolute top-0 left-0'
  const tone = above ? 'text-professional' : 'text-family'
  const text = 'max-w-72 truncate rounded-lg px-1 py-0.5 text-m font-bold'
  const look = `${place} ${tone} ${text}`
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
    const fold = collapsed ? tl('unfoldLane', { name }) : tl('foldLane', { name })
    return (
      <div className={`flex items-center ${place} ${tone}`} style={style}>
        <button
          type="button"
          aria-expanded={!collapsed}
          aria-label={fold}
          title={fold}
          className="rt-fold relative grid size-7 shrink-0 place-items-center rounded-lg hover:bg-ink/5"
          onClick={() => {
            collapseLane(doc, actor(), { id: laneId, collapsed: !collapsed })
            feed.flush()
          }}
        >
          {collapsed ? (
            <ChevronRight size={16} aria-hidden="true" />
          ) : (
            <ChevronDown size={16} aria-hidden="true" />
          )}
        </button>
        <button
          type="button"
          title={t('renameSideHint')}
          aria-label={`${name}. ${t('renameSide')}`}
          className={`tracking-wide uppercase hover:bg-ink/5 ${text}`}
          onDoubleClick={() => setEditing(true)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            setEditing(true)
          }}
        >
          {name}
        </button>
      </div>
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
