'use client'
import { useId } from 'react'
import type { ReactNode } from 'react'

/** A titled part of the panel with a list in it. */
export function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-m font-bold">
        {title}
      </h3>
      {text && <p className="text-s text-ink-soft">{text}</p>}
      <ul className="mt-1.5 flex flex-col gap-1">{children}</ul>
    </section>
  )
}

interface RowProps {
  /** `data-row`, by which the focus finds its way back. */
  row: string
  mark?: ReactNode
  name: string
  words: string
  /** Stands behind the name. */
  badge?: string | undefined
  onOpen: () => void
  /** What else can be done with it, beside the row. */
  children?: ReactNode
}

/** One person, organisation or moment in a list; opens it. */
export function Row({ row, mark, name, words, badge, onOpen, children }: RowProps) {
  return (
    <li className="flex items-center gap-0.5">
      <button
        type="button"
        data-row={row}
        data-name={name}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-3 rounded-lg border border-transparent px-2 py-1.5 text-left hover:border-line hover:bg-paper"
        onClick={onOpen}
      >
        {mark}
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 text-m font-bold [overflow-wrap:anywhere]">{name}</span>
          {badge && (
            <span className="mr-1.5 inline-block rounded-full bg-accent-soft px-2 text-s font-bold text-accent-strong">
              {badge}
            </span>
          )}
          {words && (
            <span className="line-clamp-2 text-s text-ink-soft [overflow-wrap:anywhere]">{words}</span>
          )}
        </span>
      </button>
      {children}
    </li>
  )
}
