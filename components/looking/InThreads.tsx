'use client'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { useAct } from '@/components/genogram/family/useAct'
import { focusSoon, rowOf } from '@/components/people/place'
import { FIELD, LABEL, QUIET } from '@/components/ui/classes'
import { addThread, addToThread, removeFromThread } from '@/lib/case/commands/threads'
import { sortedThreads, threadsThrough } from '@/lib/case/threads'
import { Beads, useLit } from './lit'
import { NameForm } from './NameForm'

/** No id of a record has a space. */
const NEW = 'a new one'

/** The red threads that run through a moment, a line between two or a place in the field; here it is put in and out. */
export function InThreads({ id }: { id: string }) {
  const t = useTranslations('looking.thread')
  const all = useCase()
  const { canWrite, doc, feed } = useSession()
  const act = useAct()
  const { openThread } = useLit()
  const fieldId = useId()
  const [isNew, setNew] = useState(false)
  const through = threadsThrough(all.threads, id)
  const isOwn = (threadId: string) => feed.docOf('threads', threadId) === doc
  const isEvent = all.events.some((event) => event.id === id)
  // What is reserved goes into a thread that is reserved: an open one would name it to everybody.
  const others = sortedThreads(all.threads).filter(
    (one) => !one.items.includes(id) && (one.form === 'theme' || isEvent) && isOwn(one.id),
  )
  const row = `in-threads-${id}`
  if (through.length === 0 && !canWrite) return null
  return (
    <div className="flex flex-col gap-1.5">
      <ul aria-label={t('label')} className="flex flex-col gap-1 empty:hidden">
        {through.map(({ id: threadId, title }) => (
          <li key={threadId} className="flex items-center gap-1">
            <button
              type="button"
              data-row={rowOf('threads', threadId)}
              className="flex min-h-10 min-w-0 flex-1 items-center gap-2 rounded-lg px-2 text-left text-m font-bold hover:bg-paper"
              onClick={() => openThread(threadId)}
            >
              <Beads />
              <span className="[overflow-wrap:anywhere]">{title || t('untitled')}</span>
            </button>
            {canWrite && isOwn(threadId) && (
              <button
                type="button"
                aria-label={t('takeOutOf', { title: title || t('untitled') })}
                className={QUIET}
                onClick={() => {
                  act((doc, actor) => removeFromThread(doc, actor, { id: threadId, items: [id] }))
                  focusSoon(`[data-row="${row}"]`)
                }}
              >
                <X size={16} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <div>
          <label htmlFor={fieldId} className={LABEL}>
            {t('putIn')}
          </label>
          <select
            id={fieldId}
            data-row={row}
            className={`mt-1 min-h-10 ${FIELD}`}
            value={isNew ? NEW : ''}
            onChange={({ target }) => {
              setNew(target.value === NEW)
              if (target.value === NEW || target.value === '') return
              act((doc, actor) => addToThread(doc, actor, { id: target.value, items: [id] }))
            }}
          >
            <option value="">{t('choose')}</option>
            {others.map(({ id: threadId, title }) => (
              <option key={threadId} value={threadId}>
                {title || t('untitled')}
              </option>
            ))}
            <option value={NEW}>{t('newOne')}</option>
          </select>
          {isNew && (
            <NameForm
              label={t('name')}
              onCancel={() => {
                setNew(false)
                focusSoon(`[data-row="${row}"]`)
              }}
              onName={(title) => {
                act((doc, actor) => addThread(doc, actor, { form: 'theme', title, items: [id] }))
                setNew(false)
                focusSoon(`[data-row="${row}"]`)
              }}
            />
          )}
        </div>
      )}
    </div>
  )
}
