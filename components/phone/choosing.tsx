'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'

/** Which moments of the list were ticked, to change them together. */
export interface Choosing {
  readonly chosen: ReadonlySet<string>
  readonly toggle: (id: string) => void
}

/** The ticks of a list: none while nobody chooses. What is gone meanwhile is no longer chosen. */
export function useChoosing() {
  const { events } = useCase()
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null)
  const chosen = new Set(events.map(({ id }) => id).filter((id) => ticked?.has(id)))
  const choosing: Choosing | null = ticked && {
    chosen,
    toggle: (id) => {
      const next = new Set(chosen)
      if (!next.delete(id)) next.add(id)
      setTicked(next)
    },
  }
  return {
    choosing,
    start: () => setTicked(new Set()),
    stop: () => setTicked(null),
    letGo: () => setTicked(new Set()),
  }
}

/** The tick before a moment. */
export function ChooseBox({ id, title, choosing }: { id: string; title: string; choosing: Choosing }) {
  const t = useTranslations('phone')
  return (
    <label className="grid size-10 shrink-0 cursor-pointer place-items-center rounded-lg hover:bg-accent-soft">
      <input
        type="checkbox"
        className="size-5 accent-accent"
        aria-label={t('several.one', { title })}
        checked={choosing.chosen.has(id)}
        onChange={() => choosing.toggle(id)}
      />
    </label>
  )
}
