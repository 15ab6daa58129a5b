'use client'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { AddNote } from './AddNote'
import { InThreads } from './InThreads'
import { NoteList } from './NoteList'

interface Props {
  id: string
  /** What a red thread can run through, else null. */
  thread: string | null
  /** A place in the field, which stands on the card of whose it is and says so of its notes. */
  place?: boolean
}

/** On the card of something: the red threads that run through it, and what people see in it. */
export function LookingBack({ id, thread, place = false }: Props) {
  const t = useTranslations('looking')
  const all = useCase()
  const { canWrite } = useSession()
  const about = all.notes.filter((note) => note.about.includes(id))
  const isInThread = all.threads.some(({ items }) => items.includes(id))
  if (!canWrite && about.length === 0 && !isInThread) return null
  return (
    <div className="flex flex-col gap-3">
      {!place && <h3 className="-mb-1 text-m font-bold">{t('title')}</h3>}
      {thread !== null && <InThreads id={thread} />}
      <NoteList notes={about} />
      {canWrite && <AddNote about={[id]} label={t(place ? 'notes.addPlace' : 'notes.add')} />}
    </div>
  )
}
