'use client'
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, GripVertical, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import type { NamedLane } from '@/components/timeline/useTimeline'
import { FIELD } from '@/components/ui/classes'
import { collapseLane, removeLane, SIDES } from '@/lib/case/commands/lanes'
import { renameLane } from '@/lib/case/commands/texts'
import { RemoveLane } from './RemoveLane'

interface Props {
  lane: NamedLane
  lanes: readonly NamedLane[]
  /** Moments on it. */
  count: number
  /** Where a lane in the hand would fall. */
  dropEdge: 'top' | 'bottom' | null
  canStep: (step: 'up' | 'down') => boolean
  onStep: (step: 'up' | 'down') => void
  onDrag: (clientY: number) => void
  /** Null: the drag was broken off. */
  onDrop: (clientY: number | null) => void
}

const ICON_BUTTON =
  'grid size-10 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-accent-soft hover:text-ink disabled:opacity-30'

/** One lane: its name, where it lies, whether it is folded, and a way to take it away. Alt with an arrow moves it. */
export function LaneRow({ lane, lanes, count, dropEdge, canStep, onStep, onDrag, onDrop }: Props) {
  const t = useTranslations('lanes')
  const { doc, actor, feed } = useSession()
  const [asking, setAsking] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const refocus = useRef<string | null>(null)
  const { id, name } = lane
  // A row that is moved in the page loses the focus; whoever moved it by key goes on with the same button.
  useEffect(() => {
    const wanted = refocus.current
    refocus.current = null
    if (!wanted || row.current?.contains(document.activeElement)) return
    row.current?.querySelector<HTMLElement>(`[data-lane="${wanted}"]`)?.focus()
  })
  const step = (to: 'up' | 'down') => {
    refocus.current = document.activeElement?.getAttribute('data-lane') ?? null
    onStep(to)
  }
  const run = (change: () => boolean) => {
    change()
    feed.flush()
  }
  return (
    <li
      ref={row}
      className={`border-y-2 ${dropEdge === 'top' ? 'border-t-accent' : 'border-t-transparent'} ${
        dropEdge === 'bottom' ? 'border-b-accent' : 'border-b-transparent'
      }`}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        step(event.key === 'ArrowUp' ? 'up' : 'down')
      }}
    >
      <div
        className={`flex items-center rounded-lg border-l-4 ${
          lane.place === 'above' ? 'border-professional bg-professional-soft' : 'border-family bg-family-soft'
        }`}
      >
        <span
          aria-hidden="true"
          title={t('drag')}
          className="grid size-10 shrink-0 cursor-grab touch-none place-items-center text-ink-soft"
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag(event.clientY)
          }}
          onPointerUp={(event) => onDrop(event.clientY)}
          onPointerCancel={() => onDrop(null)}
        >
          <GripVertical size={18} />
        </span>
        <input
          key={name}
          data-lane="name"
          aria-label={t('nameOf', { name })}
          aria-describedby="lane-keys"
          defaultValue={name}
          maxLength={100}
          className={`${FIELD} min-w-0 flex-1`}
          onBlur={({ target }) => {
            if (target.value.trim() && target.value.trim() !== name)
              run(() => renameLane(doc, actor(), { id, name: target.value.trim() }))
            else target.value = name
          }}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
        <span className="px-2 text-s text-ink-soft tabular-nums max-[520px]:hidden">
          {t('count', { count })}
        </span>
        <button
          type="button"
          data-lane="fold"
          aria-expanded={lane.collapsed !== true}
          aria-label={lane.collapsed ? t('expand', { name }) : t('collapse', { name })}
          title={lane.collapsed ? t('expand', { name }) : t('collapse', { name })}
          className={ICON_BUTTON}
          onClick={() => run(() => collapseLane(doc, actor(), { id, collapsed: !lane.collapsed }))}
        >
          {lane.collapsed ? (
            <ChevronRight size={18} aria-hidden="true" />
          ) : (
            <ChevronDown size={18} aria-hidden="true" />
          )}
        </button>
        {(['up', 'down'] as const).map((to) => (
          <button
            key={to}
            type="button"
            data-lane={to}
            aria-label={t(to, { name })}
            title={t(to, { name })}
            disabled={!canStep(to)}
            className={ICON_BUTTON}
            onClick={() => step(to)}
          >
            {to === 'up' ? (
              <ArrowUp size={18} aria-hidden="true" />
            ) : (
              <ArrowDown size={18} aria-hidden="true" />
            )}
          </button>
        ))}
        {SIDES.includes(id) ? (
          <span className="size-10 shrink-0" />
        ) : (
          <button
            type="button"
            data-lane="remove"
            aria-label={t('remove', { name })}
            title={t('remove', { name })}
            className={ICON_BUTTON}
            onClick={() => {
              if (count > 0) setAsking(true)
              else run(() => removeLane(doc, actor(), { id, to: null }))
            }}
          >
            <Trash2 size={18} aria-hidden="true" />
          </button>
        )}
      </div>
      {asking && <RemoveLane lane={lane} lanes={lanes} count={count} onDone={() => setAsking(false)} />}
    </li>
  )
}
