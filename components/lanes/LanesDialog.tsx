'use client'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import type { LineSettings, NamedLane } from '@/components/timeline/useTimeline'
import { QUIET } from '@/components/ui/classes'
import { Dialog } from '@/components/ui/dialog'
import { moveLane, nameSides } from '@/lib/case/commands/lanes'
import { dropLane, stackOf, stepLane } from '@/lib/timeline/laneStack'
import { AddLane } from './AddLane'
import { LaneRow } from './LaneRow'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
  timeline: LineSettings
}

const PRESETS = ['sides', 'actions'] as const

/** "Kanten en lijnen": what the two sides are called, and which lanes lie on them, from top to bottom. */
export function LanesDialog({ open, onOpenChange, timeline }: Props) {
  const t = useTranslations('lanes')
  const { doc, actor, feed } = useSession()
  const preset = (name: (typeof PRESETS)[number]) => {
    nameSides(doc, actor(), {
      professional: t(`presets.${name}.professional`),
      family: t(`presets.${name}.family`),
    })
    feed.flush()
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} text={t('text')} wide>
      <p className="text-m font-bold">{t('presets.label')}</p>
      <div className="mt-1 flex flex-wrap gap-2">
        {PRESETS.map((name) => (
          <button
            key={name}
            type="button"
            className={`${QUIET} border border-line`}
            onClick={() => preset(name)}
          >
            {t(`presets.${name}.label`)}
          </button>
        ))}
      </div>
      <LaneList timeline={timeline} />
      <AddLane timeline={timeline} />
    </Dialog>
  )
}

/** The pile of lanes as it lies on the screen, with the line itself in between. */
function LaneList({ timeline }: { timeline: LineSettings }) {
  const t = useTranslations('lanes')
  const { doc, actor, feed } = useSession()
  const { lanes } = timeline
  const { above, below } = stackOf(lanes)
  const list = useRef<HTMLOListElement>(null)
  const [said, say] = useState('')
  /** The gap that a lane in the hand would fall in, counted in rows from the top. */
  const [gap, setGap] = useState<number | null>(null)

  const place = (lane: NamedLane, to: { place: 'above' | 'below'; index: number }) => {
    moveLane(doc, actor(), { id: lane.id, ...to })
    feed.flush()
    say(t(to.place === 'above' ? 'movedAbove' : 'movedBelow', { name: lane.name, place: to.index + 1 }))
  }
  const gapAt = (clientY: number) => {
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect())
    return rows.filter((row) => row.top + row.height / 2 < clientY).length
  }
  const row = (lane: NamedLane, at: number) => (
    <LaneRow
      key={lane.id}
      lane={lane}
      lanes={lanes}
      count={timeline.caseData.events.filter(({ side }) => side === lane.id).length}
      dropEdge={gap === at ? 'top' : gap === at + 1 && at + 1 === lanes.length + 1 ? 'bottom' : null}
      canStep={(step) => stepLane(lanes, lane.id, step) !== null}
      onStep={(step) => {
        const to = stepLane(lanes, lane.id, step)
        if (to) place(lane, to)
      }}
      onDrag={(clientY) => setGap(gapAt(clientY))}
      onDrop={(clientY) => {
        setGap(null)
        if (clientY !== null) place(lane, dropLane(lanes, lane.id, gapAt(clientY)))
      }}
    />
  )
  // One list of keyed rows: a lane that crosses the axis stays the same row, and keeps the focus.
  const rows = [
    ...above.map((lane, i) => row(lane, i)),
    <li
      key="—"
      className={`flex items-center gap-2 border-t-2 py-1 text-s text-ink-soft ${
        gap === above.length ? 'border-accent' : 'border-transparent'
      }`}
    >
      <span className="h-0.5 flex-1 bg-ink" aria-hidden="true" />
      {t('axis')}
      <span className="h-0.5 flex-1 bg-ink" aria-hidden="true" />
    </li>,
    ...below.map((lane, i) => row(lane, above.length + 1 + i)),
  ]
  return (
    <>
      <h3 className="mt-4 mb-1 text-m">{t('list')}</h3>
      <p id="lane-keys" className="mb-2 text-s text-ink-soft">
        {t('orderHint')}
      </p>
      <div role="status" className="sr-only">
        {said}
      </div>
      <ol ref={list} aria-label={t('list')} className="flex flex-col">
        {rows}
      </ol>
    </>
  )
}
