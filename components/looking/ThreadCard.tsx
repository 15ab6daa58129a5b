'use client'
import { Trash2, X } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { stepBack } from '@/components/board/stepBack'
import { useAct } from '@/components/genogram/family/useAct'
import { focusSoon, usePeople } from '@/components/people/place'
import { Row, Section } from '@/components/people/Section'
import { InItsDocument } from '@/components/reserved/InItsDocument'
import { ReservedSign } from '@/components/reserved/ReservedSign'
import { FIELD, LABEL, QUIET } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { useToast } from '@/components/ui/Toasts'
import { binRecord } from '@/lib/case/commands/bin'
import { removeFromThread } from '@/lib/case/commands/threads'
import { textOf } from '@/lib/case/doc'
import type { CaseThread } from '@/lib/case/schema'
import { itemsOfThread } from '@/lib/case/threads'
import { Beads, useLit } from './lit'
import { LookingBack } from './LookingBack'
import { ThreadTakes } from './ThreadTakes'
import { useThings } from './things'

/** One red thread, whole: what it is called, what it runs through, what helped and what did not. */
export function ThreadCard({ id }: { id: string }) {
  const t = useTranslations('looking.thread')
  const thread = useCase().threads.find((one) => one.id === id)
  if (!thread)
    return (
      <p role="status" className="p-4 pt-3 text-m">
        {t('gone')}
      </p>
    )
  return (
    <InItsDocument kind="threads" id={id}>
      <ReservedSign kind="threads" id={id} />
      <div className="flex flex-col gap-5 p-4 pt-3">
        <Title id={id} />
        <Shown thread={thread} />
        <Items thread={thread} />
        <ThreadTakes thread={thread} />
        <LookingBack id={id} thread={null} />
        <Remove thread={thread} />
      </div>
    </InItsDocument>
  )
}

function Title({ id }: { id: string }) {
  const t = useTranslations('looking.thread')
  const { doc, canWrite } = useSession()
  const labelId = useId()
  const text = textOf(doc, 'threads', id, 'title')
  if (!canWrite || !text) return null
  return (
    <div>
      <p id={labelId} className={`mb-1 ${LABEL}`}>
        {t('name')}
      </p>
      <SharedText
        single
        text={text}
        record={id}
        field="title"
        labelledBy={labelId}
        max={300}
        className={`text-l! font-bold ${FIELD}`}
      />
    </div>
  )
}

/** Whether this screen shows what the thread runs through, on every view. */
function Shown({ thread: { id } }: { thread: CaseThread }) {
  const t = useTranslations('looking.thread')
  const { thread, choose } = useLit()
  const isLit = thread?.id === id
  return (
    <button
      type="button"
      aria-pressed={isLit}
      className={`inline-flex min-h-10 items-center gap-2 self-start rounded-lg border px-3 text-m ${
        isLit ? 'border-accent bg-accent-soft font-bold text-accent-strong' : 'border-line text-ink'
      }`}
      onClick={() => choose(isLit ? null : id)}
    >
      <Beads />
      {t('show')}
    </button>
  )
}

function Items({ thread }: { thread: CaseThread }) {
  const t = useTranslations('looking.thread')
  const all = useCase()
  const { canWrite } = useSession()
  const act = useAct()
  const thingOf = useThings()
  const things = itemsOfThread(all, thread).flatMap(({ id }) => thingOf(id) ?? [])
  return (
    <div>
      <Section title={t('items')} {...(things.length === 0 && { text: t('noItems') })}>
        {things.map(({ id, kind, name, mark, open }) => (
          <Row key={id} row={`item-${id}`} mark={mark} name={name} words={kind} onOpen={open}>
            {canWrite && (
              <button
                type="button"
                aria-label={t('takeOut', { name })}
                className={QUIET}
                onClick={() => {
                  act((doc, actor) => removeFromThread(doc, actor, { id: thread.id, items: [id] }))
                  focusSoon('.rt-panel h2')
                }}
              >
                <X size={16} aria-hidden="true" />
              </button>
            )}
          </Row>
        ))}
      </Section>
      {canWrite && things.length > 0 && <p className="mt-1 text-s text-ink-soft">{t('more')}</p>}
    </div>
  )
}

function Remove({ thread: { id, title } }: { thread: CaseThread }) {
  const t = useTranslations('looking.thread')
  const tw = useTranslations('work.thread')
  const session = useSession()
  const act = useAct()
  const { go } = usePeople()
  const toast = useToast()
  if (!session.canWrite) return null
  const bin = () => {
    act((doc, actor) => binRecord(doc, actor, { kind: 'threads', id }))
    go({ kind: 'look' })
    toast(tw('binned', { title: title || t('untitled') }), { label: tw('back'), run: stepBack(session) })
  }
  return (
    <button type="button" className={`-ml-3 self-start text-danger! ${QUIET}`} onClick={bin}>
      <Trash2 size={16} aria-hidden="true" />
      {t('bin')}
    </button>
  )
}
