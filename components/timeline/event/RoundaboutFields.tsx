'use client'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { BUTTON, FIELD, LABEL } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { addExit, moveExit, removeExit, setExitStatus, setNoticed } from '@/lib/case/commands/roundabout'
import { sortedExits } from '@/lib/case/commands/roundabout'
import { exitText } from '@/lib/case/doc'
import type { CaseEvent, CaseExit } from '@/lib/case/schema'
import { Exit } from '@/lib/case/schema'

const STATUSES = Exit.shape.status.unwrap().options
const NOTICED = ['then', 'now'] as const

/** The ways out of a roundabout, and whether it was seen then. */
export function RoundaboutFields({ event }: { event: CaseEvent }) {
  const t = useTranslations('event.roundabout')
  const { doc, actor, feed } = useSession()
  const id = useId()
  const [added, setAdded] = useState<string | null>(null)
  const exits = sortedExits(event.exits)
  const taken = exits.filter(([, { status }]) => status === 'taken').length
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h3 id={id} className={LABEL}>
          {t('exits')}
        </h3>
        <p className="text-s text-ink-soft">{t('exitsHint')}</p>
        <ol aria-labelledby={id} className="mt-2 flex flex-col gap-3">
          {exits.map(([exitId, exit], i) => (
            <ExitRow
              key={exitId}
              event={event}
              id={exitId}
              exit={exit}
              n={i + 1}
              last={i === exits.length - 1}
              takeFocus={added === exitId}
            />
          ))}
        </ol>
        {taken > 1 && (
          <p role="status" className="mt-2 text-s text-ink-soft">
            {t('several', { count: taken })}
          </p>
        )}
        <button
          type="button"
          className={`mt-3 ${BUTTON}`}
          onClick={() => {
            setAdded(addExit(doc, actor(), { id: event.id }))
            feed.flush()
          }}
        >
          <Plus size={16} aria-hidden="true" />
          {t('add')}
        </button>
      </div>
      <Choice
        small
        label={t('noticed')}
        options={NOTICED.map((value) => ({ value, label: t(`noticeds.${value}`) }))}
        value={event.noticed}
        onChange={(noticed) => {
          setNoticed(doc, actor(), { id: event.id, noticed })
          feed.flush()
        }}
      />
    </div>
  )
}

interface RowProps {
  event: CaseEvent
  id: string
  exit: CaseExit
  n: number
  last: boolean
  takeFocus: boolean
}

const ICON =
  'grid size-10 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-accent-soft hover:text-ink disabled:opacity-40'

function ExitRow({ event, id, exit, n, last, takeFocus }: RowProps) {
  const t = useTranslations('event.roundabout')
  const { doc, actor, feed } = useSession()
  const label = useId()
  const text = exitText(doc, event.id, id)
  const run = (change: () => unknown) => () => {
    change()
    feed.flush()
  }
  const target = { id: event.id, exit: id }
  return (
    <li className="rounded-card border border-line p-2 pl-3">
      <div className="flex items-center">
        <p id={label} className="mr-auto text-s text-ink-soft">
          {t('exit', { n })}
        </p>
        <button
          type="button"
          aria-label={t('up', { n })}
          className={ICON}
          disabled={n === 1}
          onClick={run(() => moveExit(doc, actor(), { ...target, direction: 'up' }))}
        >
          <ArrowUp size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          aria-label={t('down', { n })}
          className={ICON}
          disabled={last}
          onClick={run(() => moveExit(doc, actor(), { ...target, direction: 'down' }))}
        >
          <ArrowDown size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          aria-label={t('remove', { n })}
          className={ICON}
          onClick={run(() => removeExit(doc, actor(), target))}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      {text && (
        <SharedText
          single
          text={text}
          record={event.id}
          field={`exits.${id}.text`}
          labelledBy={label}
          placeholder={t('exitPlaceholder')}
          max={500}
          takeFocus={takeFocus}
          className={FIELD}
        />
      )}
      <div className="mt-2">
        <Choice
          small
          quiet
          label={t('status', { n })}
          options={STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          value={exit.status}
          onChange={(status) => {
            setExitStatus(doc, actor(), { ...target, status })
            feed.flush()
          }}
        />
      </div>
    </li>
  )
}
