'use client'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useWork } from '../work/work'

type ListName = 'who' | 'kinds' | 'sources' | 'natures' | 'certainties' | 'threads'

/** One of a list that is looked for or not. */
export function Member({ list, value, label }: { list: ListName; value: string; label: string }) {
  const { filter, setFilter } = useWork()
  const asked: readonly string[] = filter[list]
  const on = asked.includes(value)
  return (
    <Toggle
      on={on}
      onClick={() =>
        setFilter({ ...filter, [list]: on ? asked.filter((one) => one !== value) : [...asked, value] })
      }
    >
      {label}
    </Toggle>
  )
}

/** On or off, said by more than its colour. */
export function Toggle({ on, onClick, children }: { on: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={`min-h-10 max-w-full truncate rounded-full border px-3 text-s ${
        on ? 'border-accent bg-accent-soft font-bold text-accent-strong' : 'border-line bg-surface text-ink'
      }`}
    >
      {children}
    </button>
  )
}

/** "2 van 7 gevonden", said once typing has come to something. */
export function Count() {
  const t = useTranslations('work.find')
  const { found, at } = useWork()
  if (!found) return null
  const place = at === null ? -1 : found.indexOf(at)
  return place >= 0
    ? t('place', { place: place + 1, count: found.length })
    : t('count', { count: found.length })
}
