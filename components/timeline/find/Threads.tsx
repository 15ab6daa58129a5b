'use client'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { FIELD, LABEL, QUIET } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { binRecord, restoreRecord } from '@/lib/case/commands/bin'
import { renameThread } from '@/lib/case/commands/threads'
import type { CaseThread } from '@/lib/case/schema'
import { Member } from './parts'

/** What runs through the moments or comes back: to look for, to name, to take away. */
export function Threads() {
  const t = useTranslations('work.thread')
  const { threads } = useCase()
  if (threads.length === 0) return null
  return (
    <div role="group" aria-label={t('label')} className="mt-3">
      <p className={LABEL} aria-hidden="true">
        {t('label')}
      </p>
      <ul className="mt-1 flex flex-col gap-1.5">
        {threads.map((thread) => (
          <ThreadRow key={thread.id} thread={thread} />
        ))}
      </ul>
    </div>
  )
}

function ThreadRow({ thread }: { thread: CaseThread }) {
  const t = useTranslations('work.thread')
  const { doc, actor, feed, canWrite } = useSession()
  const { events } = useCase()
  const toast = useToast()
  const title = thread.title || t('untitled')
  const count = events.filter(({ id }) => thread.items.includes(id)).length
  const bin = () => {
    binRecord(doc, actor(), { kind: 'threads', id: thread.id })
    feed.flush()
    const run = () => {
      restoreRecord(doc, actor(), { kind: 'threads', id: thread.id })
      feed.flush()
    }
    toast(t('binned', { title }), { label: t('back'), run })
  }
  return (
    <li className="flex items-center gap-1">
      <Member list="threads" value={thread.id} label={`${title} (${count})`} />
      <span className="text-s text-ink-soft">{t(`form.${thread.form}`)}</span>
      {canWrite && (
        <>
          <input
            key={thread.title}
            className={`${FIELD} min-w-0 flex-1 py-1`}
            aria-label={t('rename', { title })}
            defaultValue={thread.title}
            maxLength={300}
            onBlur={({ target }) => {
              if (target.value.trim() === thread.title) return
              renameThread(doc, actor(), { id: thread.id, title: target.value })
              feed.flush()
            }}
            onKeyDown={(key) => key.key === 'Enter' && key.currentTarget.blur()}
          />
          <button type="button" aria-label={t('bin', { title })} className={QUIET} onClick={bin}>
            <Trash2 size={16} aria-hidden="true" />
          </button>
        </>
      )}
    </li>
  )
}
