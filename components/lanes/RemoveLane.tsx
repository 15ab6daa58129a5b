'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import type { NamedLane } from '@/components/timeline/useTimeline'
import { BUTTON, FIELD } from '@/components/ui/classes'
import { removeLane } from '@/lib/case/commands/lanes'

interface Props {
  lane: NamedLane
  lanes: readonly NamedLane[]
  count: number
  onDone: () => void
}

/** A lane with moments goes only after somebody has said where they go. */
export function RemoveLane({ lane, lanes, count, onDone }: Props) {
  const t = useTranslations('lanes')
  const { doc, actor, feed } = useSession()
  const id = useId()
  const others = lanes.filter((one) => one.id !== lane.id)
  const [to, setTo] = useState(others.find(({ place }) => place === lane.place)?.id ?? others[0]?.id ?? '')
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => select.current?.focus(), [])
  return (
    <div
      data-escape
      className="my-1 flex flex-wrap items-end gap-2 rounded-lg border border-line p-3"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
      <div className="min-w-40 flex-1">
        <label htmlFor={id} className="text-m">
          {t('whereTo', { count })}
        </label>
        <select
          ref={select}
          id={id}
          className={`mt-1 min-h-10 ${FIELD}`}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        >
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <button
        type="button"
        className={`${BUTTON} text-danger!`}
        onClick={() => {
          removeLane(doc, actor(), { id: lane.id, to })
          feed.flush()
          onDone()
        }}
      >
        {t('removeNow')}
      </button>
      <button type="button" className={BUTTON} onClick={onDone}>
        {t('keep')}
      </button>
    </div>
  )
}
