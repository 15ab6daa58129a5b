'use client'
import { Star } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { LitMark } from '@/components/looking/lit'
import { useFocus } from '@/components/board/focus'
import { rowOf } from '@/components/people/place'
import { KindIcon } from '@/components/timeline/EventCard'
import { tintOf } from '@/components/timeline/tints'
import type { CaseEvent } from '@/lib/case/schema'
import type { CardContent } from '@/lib/timeline/types'
import { ChooseBox, type Choosing } from './choosing'
import { useWhenWords } from './useWhenWords'

interface Props {
  event: CaseEvent
  said: CardContent
  side: string
  choosing: Choosing | null
}

/** One moment in the list; opens the panel. */
export function ListCard({ event, said, side, choosing }: Props) {
  const t = useTranslations('timeline')
  const focus = useFocus()
  const whenWords = useWhenWords()
  const tint = tintOf(said.tint)
  const title = said.title || t('untitled')
  return (
    <li className="flex items-start gap-2">
      {choosing && <ChooseBox id={event.id} title={title} choosing={choosing} />}
      <button
        type="button"
        data-row={rowOf('events', event.id)}
        data-name={title}
        className="min-w-0 flex-1 overflow-hidden rounded-card border border-line bg-surface text-left shadow-card hover:border-edge"
        onClick={() => focus.open(event.id)}
      >
        <span
          className="flex items-center gap-2 px-3 py-1 text-s font-bold"
          style={{ color: tint.line, background: tint.soft }}
        >
          <KindIcon kind={said.kind} />
          {said.kindText}
          <span className="ml-auto font-normal">{side}</span>
        </span>
        <span className="mx-3 mt-2 line-clamp-4 text-m font-bold [overflow-wrap:anywhere]">{title}</span>
        <span className="block px-3 pb-2 text-s text-ink-soft">
          {[whenWords(event, said), said.who].filter(Boolean).join(' · ')}
        </span>
        {said.crucial && (
          <span className="-mt-1 flex items-center gap-1 px-3 pb-2 text-s font-bold">
            <Star size={14} fill="currentColor" aria-hidden="true" />
            {t('panel.crucial')}
          </span>
        )}
        <LitMark id={event.id} />
      </button>
    </li>
  )
}
