'use client'
import * as Y from 'yjs'
import { useTranslations } from 'use-intl'
import type { Other } from '@/components/board/presence'

interface Props {
  text: Y.Text
  value: string
  others: readonly Other[]
  /** Classes of the field: the layer over it must break its lines at the same places. */
  className: string
}

/** Where others type in the same field: a copy of the text, not seen, with a caret and a name in it. */
export function Carets({ text, value, others, className }: Props) {
  const t = useTranslations('timeline.panel')
  return (
    <>
      {others.map(({ key, user, editing }) => {
        const index = indexOf(text, editing?.head)
        if (index === null) return null
        return (
          <div
            key={key}
            aria-hidden="true"
            className={`pointer-events-none absolute inset-0 overflow-hidden border-transparent! bg-transparent! break-words whitespace-pre-wrap text-transparent! ${className}`}
          >
            {value.slice(0, index)}
            <span className="relative inline-block h-[1em] w-0 align-text-bottom">
              <span className="absolute -top-0.5 h-[1.25em] w-0.5" style={{ background: user.color }} />
            </span>
            {value.slice(index)}
          </div>
        )
      })}
      <p className="mt-0.5 flex flex-wrap gap-2 text-s">
        {others.map(({ key, user }) => (
          <span key={key} className="font-bold" style={{ color: user.color }}>
            {t('writing', { name: user.name })}
          </span>
        ))}
      </p>
    </>
  )
}

function indexOf(text: Y.Text, head: unknown): number | null {
  if (!text.doc || typeof head !== 'object' || head === null) return null
  try {
    const position = Y.createRelativePositionFromJSON(head)
    const found = Y.createAbsolutePositionFromRelativePosition(position, text.doc)
    return found?.type === text ? found.index : null
  } catch {
    return null
  }
}
