'use client'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { today, useCase } from '@/components/board/session'
import { rowOf } from '@/components/people/place'
import { useLanes, useTimelineContent } from '@/components/timeline/useTimeline'
import { sortedEvents } from '@/lib/case/queries'
import type { CaseEvent } from '@/lib/case/schema'
import { ChooseBox, type Choosing } from './choosing'
import { useWhenWords } from './useWhenWords'

const COLUMNS = ['what', 'when', 'kind', 'side', 'who', 'told'] as const

interface Props {
  events: readonly CaseEvent[]
  choosing: Choosing | null
}

/**
 * The moments as a table, in order of date. On a narrow screen each row is a small block; the roles keep it a table for
 * who hears it.
 */
export function MomentTable({ events, choosing }: Props) {
  const t = useTranslations('phone')
  return (
    <table
      role="table"
      aria-label={t('tableOf')}
      className="w-full border-collapse text-left text-m max-sm:block"
    >
      <thead role="rowgroup" className="max-sm:sr-only">
        <tr role="row">
          {COLUMNS.map((name) => (
            <th
              key={name}
              role="columnheader"
              scope="col"
              className="px-2 pb-1 text-s font-bold text-ink-soft first:pl-3"
            >
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-sm:flex max-sm:flex-col max-sm:gap-2">
        {sortedEvents(events, today()).map((event) => (
          <Row key={event.id} event={event} choosing={choosing} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ event, choosing }: { event: CaseEvent; choosing: Choosing | null }) {
  const t = useTranslations('timeline')
  const focus = useFocus()
  const said = useTimelineContent().get(event.id)
  const lane = useLanes().find(({ id }) => id === event.side)
  const { people } = useCase()
  const whenWords = useWhenWords()
  if (!said) return null
  const title = said.title || t('untitled')
  const source = event.source ? t(`source.${event.source}`) : ''
  const teller = people.find(({ id }) => id === event.toldBy?.person)?.name ?? event.toldBy?.name
  const cells = [whenWords(event, said), said.kindText, lane?.name ?? '', said.who, teller || source]
  return (
    <tr
      role="row"
      className="border-t border-line bg-surface max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-2 max-sm:rounded-card max-sm:border max-sm:p-2 max-sm:shadow-card"
    >
      <th role="rowheader" scope="row" className="max-sm:basis-full">
        <span className="flex items-center gap-1">
          {choosing && <ChooseBox id={event.id} title={title} choosing={choosing} />}
          <button
            type="button"
            data-row={rowOf('events', event.id)}
            data-name={title}
            className="min-h-11 w-full rounded-lg px-3 text-left font-bold text-accent-strong underline-offset-2 [overflow-wrap:anywhere] hover:underline max-sm:px-1"
            onClick={() => focus.open(event.id)}
          >
            {title}
          </button>
        </span>
      </th>
      {cells.map((words, i) => (
        <td key={COLUMNS[i + 1]} role="cell" className="px-2 py-1 align-middle max-sm:px-1 max-sm:text-s">
          {words}
        </td>
      ))}
    </tr>
  )
}
