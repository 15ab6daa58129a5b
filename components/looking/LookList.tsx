'use client'
import { ChevronDown, ChevronUp, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { useAct } from '@/components/genogram/family/useAct'
import { focusSoon, rowOf } from '@/components/people/place'
import { Row, Section } from '@/components/people/Section'
import { BUTTON, QUIET } from '@/components/ui/classes'
import { addThread, moveThread } from '@/lib/case/commands/threads'
import type { CaseNote, CaseThread } from '@/lib/case/schema'
import { itemsOfThread, sortedThreads } from '@/lib/case/threads'
import { AddNote } from './AddNote'
import { Beads, useLit } from './lit'
import { NameForm } from './NameForm'
import { NoteList } from './NoteList'

/** What the group sees when it looks back: red threads, and everybody's notes under their own name. */
export function LookList() {
  const t = useTranslations('looking')
  const { notes } = useCase()
  const { canWrite } = useSession()
  const of = (question: CaseNote['question']) => notes.filter((note) => note.question === question)
  const groups = (['see', 'feel', null] as const)
    .map((question) => ({ question, notes: of(question) }))
    .filter((group) => group.notes.length > 0)
  return (
    <div className="flex flex-col gap-6">
      <p className="text-m text-ink-soft">{t('text')}</p>
      <Threads />
      <section aria-label={t('notes.label')} className="flex flex-col gap-4">
        <h3 className="text-m font-bold">{t('notes.label')}</h3>
        {groups.length === 0 && <p className="-mt-3 text-s text-ink-soft">{t('notes.none')}</p>}
        {groups.map(({ question, notes }) => (
          <div key={question ?? 'none'}>
            <h4 className="mb-1.5 text-s font-bold text-ink-soft">{t(`question.${question ?? 'none'}`)}</h4>
            <NoteList notes={notes} withAbout />
          </div>
        ))}
        {canWrite && <AddNote about={[]} label={t('notes.addWhole')} />}
      </section>
    </div>
  )
}

function Threads() {
  const t = useTranslations('looking.thread')
  const { threads } = useCase()
  const { canWrite } = useSession()
  const act = useAct()
  const { openThread } = useLit()
  const [adding, setAdding] = useState(false)
  const sorted = sortedThreads(threads)
  return (
    <div>
      <Section title={t('label')} {...(sorted.length === 0 && { text: t('none') })}>
        {sorted.map((thread, i) => (
          <ThreadRow key={thread.id} thread={thread} first={i === 0} last={i === sorted.length - 1} />
        ))}
      </Section>
      {canWrite && !adding && (
        <button
          type="button"
          data-row="add-thread"
          className={`mt-2 ${BUTTON}`}
          onClick={() => setAdding(true)}
        >
          <Plus size={18} aria-hidden="true" />
          {t('add')}
        </button>
      )}
      {adding && (
        <NameForm
          label={t('name')}
          onCancel={() => {
            setAdding(false)
            focusSoon('[data-row="add-thread"]')
          }}
          onName={(title) => {
            const id = act((doc, actor) => addThread(doc, actor, { form: 'theme', title, items: [] }))
            setAdding(false)
            if (id !== null) openThread(id)
          }}
        />
      )}
    </div>
  )
}

function ThreadRow({ thread, first, last }: { thread: CaseThread; first: boolean; last: boolean }) {
  const t = useTranslations('looking.thread')
  const tw = useTranslations('work.thread')
  const all = useCase()
  const { canWrite } = useSession()
  const act = useAct()
  const { openThread, thread: lit } = useLit()
  const { id } = thread
  const title = thread.title || t('untitled')
  const count = itemsOfThread(all, thread).length
  const words = [tw(`form.${thread.form}`), t('count', { count }), lit?.id === id ? t('shown') : '']
  const move = (by: -1 | 1) => act((doc, actor) => moveThread(doc, actor, { id, by }))
  return (
    <Row
      row={rowOf('threads', id)}
      mark={<Beads />}
      name={title}
      words={words.filter(Boolean).join(' · ')}
      onOpen={() => openThread(id)}
    >
      {canWrite && !(first && last) && (
        <>
          <button
            type="button"
            aria-label={t('up', { title })}
            disabled={first}
            className={`px-1.5! disabled:opacity-40 ${QUIET}`}
            onClick={() => move(-1)}
          >
            <ChevronUp size={18} aria-hidden="true" />
          </button>
          <button
            type="button"
            aria-label={t('down', { title })}
            disabled={last}
            className={`px-1.5! disabled:opacity-40 ${QUIET}`}
            onClick={() => move(1)}
          >
            <ChevronDown size={18} aria-hidden="true" />
          </button>
        </>
      )}
    </Row>
  )
}
