'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { today, useCase, useSession } from '@/components/board/session'
import { KindIcon } from '@/components/timeline/EventCard'
import { tintOf } from '@/components/timeline/tints'
import { useLanes, useTimelineContent } from '@/components/timeline/useTimeline'
import { collapseLane } from '@/lib/case/commands/lanes'
import { sortedEvents } from '@/lib/case/queries'
import { textWidth } from '@/lib/text/widths'
import { timelineOf } from '@/lib/timeline/fromCase'
import type { CardContent } from '@/lib/timeline/types'
import { layoutVertical } from '@/lib/timeline/vertical'
import type { PlacedVerticalCard, VerticalLayout } from '@/lib/timeline/verticalTypes'
import { LineDrawing } from './LineDrawing'

/** Sizes of a card's words in px; the same in the class names below. */
const TITLE_PX = 14
const TITLE_LINE = 18
const MAX_LINES = 5
const HEAD = 34
const PADDING = 18
/** Words never fill their lines to the end. */
const LOOSE = 1.25

/** The timeline from top to bottom: professionals left of the line, the family right of it. */
export function PhoneLine() {
  const t = useTranslations('phone')
  const tt = useTranslations('timeline')
  const caseData = useCase()
  const content = useTimelineContent()
  const lanes = useLanes()
  const { locale, doc, actor, canWrite, feed } = useSession()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const day = today()
  const layout = useMemo((): VerticalLayout | null => {
    if (width === 0) return null
    const { events, settings } = timelineOf(caseData, { today: day, locale })
    const place = (side: string) => lanes.find(({ id }) => id === side)?.place ?? 'below'
    const isTwo = new Set(events.map(({ side }) => place(side))).size > 1
    const cardW = isTwo ? (width - 60) / 2 : width - 60
    const cardH = (id: string) => heightOf(content.get(id)?.title || tt('untitled'), cardW)
    return layoutVertical(events, lanes, settings, { widthPx: width, cardH })
  }, [caseData, content, lanes, locale, day, width, tt])
  const cards = new Map(layout?.cards.map((card) => [card.id, card]))
  return (
    <div ref={box} className="relative" style={{ height: layout?.height }}>
      {layout && (
        <>
          <LineDrawing layout={layout} />
          {layout.folded.map(({ laneId, ids, x, y, w, h }) => (
            <button
              key={laneId}
              type="button"
              disabled={!canWrite}
              aria-expanded={false}
              className="absolute truncate rounded-lg border border-dashed border-unknown bg-unknown-soft px-3 text-left text-s font-bold text-ink"
              style={{ left: x, top: y, width: w, height: h }}
              onClick={() => {
                collapseLane(doc, actor(), { id: laneId, collapsed: false })
                feed.flush()
              }}
            >
              {t('folded', { name: nameOf(laneId), count: ids.length })}
            </button>
          ))}
          <ol aria-label={t('moments')}>
            {sortedEvents(caseData.events, day).map(({ id, side }) => {
              const card = cards.get(id)
              const said = content.get(id)
              return card && said && <LineCard key={id} card={card} said={said} side={nameOf(side)} />
            })}
          </ol>
        </>
      )}
    </div>
  )

  function nameOf(laneId: string): string {
    return lanes.find(({ id }) => id === laneId)?.name ?? tt('side.family')
  }
}

/** One moment on the line; opens it. */
function LineCard({ card, said, side }: { card: PlacedVerticalCard; said: CardContent; side: string }) {
  const t = useTranslations('timeline')
  const focus = useFocus()
  const tint = tintOf(said.tint)
  return (
    <li>
      <button
        type="button"
        className="absolute flex flex-col overflow-hidden rounded-card border border-line bg-surface text-left shadow-card hover:border-edge"
        style={{ left: card.x, top: card.y, width: card.w, height: card.h }}
        onClick={() => focus.open(card.id)}
      >
        <span
          className="flex h-6 shrink-0 items-center gap-1.5 px-2 text-[12px] font-bold"
          style={{ color: tint.line, background: tint.soft }}
        >
          <KindIcon kind={said.kind} />
          <span className="sr-only">{said.kindText}. </span>
          <span className="truncate">{said.dateText}</span>
        </span>
        <span className="mx-2 mt-1 line-clamp-5 text-[14px] leading-[18px] font-bold [overflow-wrap:anywhere]">
          {said.title || t('untitled')}
        </span>
        <span className="sr-only">. {side}</span>
      </button>
    </li>
  )
}

/** How high a card has to be for its words; long words are broken, and what is longer still is cut. */
function heightOf(title: string, cardW: number): number {
  const wide = Math.max(40, cardW - PADDING)
  const lines = Math.ceil((textWidth(title, TITLE_PX, 'bold') * LOOSE) / wide)
  return HEAD + Math.min(MAX_LINES, Math.max(1, lines)) * TITLE_LINE
}

/** The width of an element, as it is now. Pixels; 0 before it is known. */
function useWidth(ref: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return width
}
