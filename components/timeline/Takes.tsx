'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { BUTTON } from '@/components/ui/classes'
import { setTake } from '@/lib/case/commands/takes'
import type { CaseEvent } from '@/lib/case/schema'
import { hasSaid, mayChangeTake } from '@/lib/case/words'
import { useLooking } from './event/looking'
import { ScribeTake } from './event/ScribeTake'
import { TakeForm } from './event/TakeForm'
import { TakeView } from './event/TakeView'
import { useWriter } from './event/useWords'

interface Props {
  event: CaseEvent
  /** The take whose words get the caret, by its key. */
  writing?: string | null
  onWriting?: (key: string | null) => void
}

/** What the moment was for each person: everybody's own words, side by side; only one's own can be changed. */
export function Takes({ event, writing = null, onWriting = () => {} }: Props) {
  const t = useTranslations('timeline.takes')
  const te = useTranslations('event.reactions')
  const { doc, actor, me, canWrite, guides, feed } = useSession()
  const { people } = useCase()
  const writer = useWriter()
  const [looking, setLooking] = useLooking()
  /** Takes of others that are open here, because they said yes. */
  const [granted, setGranted] = useState<ReadonlySet<string>>(new Set())
  const mayOf = (key: string) => {
    const take = event.takes[key]
    return take ? mayChangeTake(key, take, writer, people) : 'no'
  }
  const isOpen = (key: string) => canWrite && (mayOf(key) === 'own' || granted.has(key))
  const takes = Object.entries(event.takes)
    .filter(([key, take]) => isOpen(key) || hasSaid(take))
    .sort(([, a], [, b]) => a.at - b.at)
  const grant = (key: string) => {
    setGranted((now) => new Set(now).add(key))
    onWriting(key)
  }
  const hasOwn = takes.some(([key]) => mayOf(key) === 'own')
  return (
    <section aria-label={t('label')}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-m font-bold">{t('label')}</h3>
        {takes.length > 0 && canWrite && (
          <button
            type="button"
            aria-pressed={looking}
            title={te('seeHint')}
            className={`min-h-9 rounded-full border px-3 text-s ${
              looking ? 'border-accent bg-accent-soft font-bold text-accent-strong' : 'border-line text-ink'
            }`}
            onClick={() => setLooking(!looking)}
          >
            {te('see')}
          </button>
        )}
      </div>
      {takes.length > 0 && (
        <ul className="mt-2 flex flex-col gap-3">
          {takes.map(([key, take]) => (
            <li key={key}>
              {isOpen(key) ? (
                <TakeForm
                  event={event}
                  author={key}
                  take={take}
                  own={mayOf(key) === 'own'}
                  takeFocus={writing === key}
                  onDone={() => {
                    setGranted((now) => new Set([...now].filter((one) => one !== key)))
                    onWriting(null)
                  }}
                />
              ) : (
                <TakeView
                  author={key}
                  take={take}
                  event={event}
                  onYes={canWrite && mayOf(key) === 'ask' ? () => grant(key) : undefined}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {canWrite && (
        <div className="mt-3 flex flex-col gap-2">
          {!hasOwn && (
            <button
              type="button"
              className={BUTTON}
              onClick={() => {
                setTake(doc, actor(), {
                  eventId: event.id,
                  author: me.id,
                  fields: { text: '', name: me.name },
                })
                feed.flush()
                onWriting(me.id)
              }}
            >
              {t('add')}
            </button>
          )}
          {guides && (
            <ScribeTake
              said={event.takes}
              onStart={({ key, by }) => {
                setTake(doc, actor(), { eventId: event.id, author: key, fields: { text: '', ...by } })
                feed.flush()
                grant(key)
              }}
            />
          )}
        </div>
      )}
    </section>
  )
}
