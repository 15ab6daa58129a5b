'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useCase, useSession } from '@/components/board/session'
import { stepBack } from '@/components/board/stepBack'
import { useAct } from '@/components/genogram/family/useAct'
import { ScribeTake } from '@/components/timeline/event/ScribeTake'
import { WrittenBy } from '@/components/timeline/event/TakeView'
import { useWriter } from '@/components/timeline/event/useWords'
import { BUTTON, FIELD, QUIET } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { useToast } from '@/components/ui/Toasts'
import { setThreadTake, withdrawThreadTake } from '@/lib/case/commands/takes'
import { threadTakeText } from '@/lib/case/doc'
import type { CaseThread, CaseThreadTake } from '@/lib/case/schema'
import { hasSaidOfThread, mayChangeTake } from '@/lib/case/words'
import { useNoteTyped } from './useNoteTyped'

const HALVES = ['helped', 'hindered'] as const

/** What helped and what did not, as each says: side by side, and only one's own can be changed. */
export function ThreadTakes({ thread }: { thread: CaseThread }) {
  const t = useTranslations('looking.takes')
  const { me, canWrite, guides } = useSession()
  const { people } = useCase()
  const act = useAct()
  const writer = useWriter()
  const nameOf = useTakeName()
  const [writing, setWriting] = useState<string | null>(null)
  /** Of others, opened here because they said yes. */
  const [granted, setGranted] = useState<ReadonlySet<string>>(new Set())
  const { id } = thread
  const mayOf = (key: string) => {
    const take = thread.takes[key]
    return take && canWrite ? mayChangeTake(key, take, writer, people) : 'no'
  }
  const isOpen = (key: string) => mayOf(key) === 'own' || (canWrite && granted.has(key))
  const takes = Object.entries(thread.takes)
    .filter(([key, take]) => isOpen(key) || hasSaidOfThread(take))
    .sort(([a, one], [b, other]) => one.at - other.at || (a < b ? -1 : 1))
  const grant = (key: string) => {
    setGranted((now) => new Set(now).add(key))
    setWriting(key)
  }
  const start = (author: string, by: { name: string; person?: string | null; writtenBy?: string }) =>
    act((doc, actor) => setThreadTake(doc, actor, { id, author, fields: { helped: '', ...by } }))
  return (
    <section aria-label={t('label')} className="flex flex-col gap-3">
      <h3 className="text-m font-bold">{t('label')}</h3>
      {takes.length === 0 && <p className="-mt-2 text-s text-ink-soft">{t('none')}</p>}
      <ul className="flex flex-col gap-2 empty:hidden">
        {takes.map(([key, take]) => (
          <li key={key} className="rounded-card border border-line bg-paper px-3 py-2">
            {isOpen(key) ? (
              <TakeForm
                thread={thread}
                author={key}
                take={take}
                own={mayOf(key) === 'own'}
                takeFocus={writing === key}
                onDone={() => {
                  setGranted((now) => new Set([...now].filter((one) => one !== key)))
                  setWriting(null)
                }}
              />
            ) : (
              <TakeReading
                take={take}
                name={nameOf(key, take)}
                onYes={mayOf(key) === 'ask' ? () => grant(key) : undefined}
              />
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <div className="flex flex-col items-start gap-2">
          {!takes.some(([key]) => mayOf(key) === 'own') && (
            <button
              type="button"
              className={BUTTON}
              onClick={() => {
                start(me.id, { name: me.name })
                setWriting(me.id)
              }}
            >
              {t('add')}
            </button>
          )}
          {guides && (
            <ScribeTake
              said={thread.takes}
              onStart={({ key, by }) => {
                start(key, by)
                grant(key)
              }}
            />
          )}
        </div>
      )}
    </section>
  )
}

/** What whoever says this is called. */
function useTakeName(): (author: string, take: CaseThreadTake) => string {
  const t = useTranslations('timeline.takes')
  const { people } = useCase()
  const nameOf = useNameOf()
  return (author, { person, name }) => {
    const inCase = people.find(({ id }) => id === (person ?? author))?.name.trim()
    return inCase || name || nameOf(author) || t('someone')
  }
}

function TakeReading({
  take,
  name,
  onYes,
}: {
  take: CaseThreadTake
  name: string
  onYes?: (() => void) | undefined
}) {
  const t = useTranslations('looking.takes')
  const te = useTranslations('event.words')
  return (
    <div className="flex flex-col gap-1 text-m">
      <strong className="[overflow-wrap:anywhere]">{name}</strong>
      {HALVES.map(
        (half) =>
          take[half].trim() !== '' && (
            <p key={half} className="[overflow-wrap:anywhere] whitespace-pre-wrap">
              <span className="block text-s text-ink-soft">{t(half)}</span>
              {take[half]}
            </p>
          ),
      )}
      <WrittenBy by={take.writtenBy} />
      {onYes && (
        <button
          type="button"
          className={`-mx-2 self-start px-2! text-left text-s! whitespace-normal! ${QUIET}`}
          onClick={onYes}
        >
          {te('yes', { name })}
        </button>
      )}
    </div>
  )
}

interface FormProps {
  thread: CaseThread
  author: string
  take: CaseThreadTake
  /** One's own; else those of somebody who said yes. */
  own: boolean
  takeFocus: boolean
  onDone: () => void
}

function TakeForm({ thread, author, take, own, takeFocus, onDone }: FormProps) {
  const t = useTranslations('looking.takes')
  const tt = useTranslations('timeline.takes')
  const te = useTranslations('event.reactions')
  const session = useSession()
  const toast = useToast()
  const act = useAct()
  const name = useTakeName()(author, take)
  const ids = { title: useId(), helped: useId(), hindered: useId() }
  const texts = {
    helped: threadTakeText(session.doc, thread.id, author, 'helped'),
    hindered: threadTakeText(session.doc, thread.id, author, 'hindered'),
  }
  const noted = { kind: 'threads', id: thread.id, take: author } as const
  useNoteTyped(own ? null : texts.helped, noted)
  useNoteTyped(own ? null : texts.hindered, noted)
  const withdraw = () => {
    act((doc, actor) => withdrawThreadTake(doc, actor, { id: thread.id, author }))
    onDone()
    toast(own ? te('withdrawn') : te('withdrawnOf', { name }), { label: te('undo'), run: stepBack(session) })
  }
  return (
    <div className="flex flex-col gap-2">
      <p id={ids.title} className="text-m font-bold">
        {own ? tt('yours') : te('wordsOf', { name })}
      </p>
      {HALVES.map((half) => {
        const text = texts[half]
        return (
          text && (
            <div key={half}>
              <p id={ids[half]} className="mb-1 text-s text-ink-soft">
                {t(half)}
              </p>
              <SharedText
                text={text}
                record={thread.id}
                field={`takes.${author}.${half}`}
                labelledBy={`${ids.title} ${ids[half]}`}
                placeholder={t(`${half}Placeholder`)}
                max={5_000}
                takeFocus={half === 'helped' && takeFocus}
                className={FIELD}
              />
            </div>
          )
        )
      })}
      <div className="-mx-2 -mb-1 flex flex-wrap items-center justify-end">
        <WrittenBy by={take.writtenBy} />
        {!own && (
          <button type="button" className={QUIET} onClick={onDone}>
            {te('done')}
          </button>
        )}
        <button type="button" className={QUIET} onClick={withdraw}>
          {te('withdraw')}
        </button>
      </div>
    </div>
  )
}
