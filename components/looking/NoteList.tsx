'use client'
import { Pencil, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useCase, useSession } from '@/components/board/session'
import { stepBack } from '@/components/board/stepBack'
import { InItsDocument } from '@/components/reserved/InItsDocument'
import { ReservedSign } from '@/components/reserved/ReservedSign'
import { useTeller, useWriter } from '@/components/timeline/event/useWords'
import { FIELD, QUIET } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { useToast } from '@/components/ui/Toasts'
import { binRecord } from '@/lib/case/commands/bin'
import { textOf } from '@/lib/case/doc'
import type { CaseNote } from '@/lib/case/schema'
import { mayChangeNote } from '@/lib/case/words'
import { useThings } from './things'
import { useNoteTyped } from './useNoteTyped'

/** Notes as they were written, each under the name of whose words it is. */
export function NoteList({ notes, withAbout = false }: { notes: readonly CaseNote[]; withAbout?: boolean }) {
  const inOrder = notes.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  if (inOrder.length === 0) return null
  return (
    <ul className="flex flex-col gap-2">
      {inOrder.map((note) => (
        <li key={note.id} className="rounded-card border border-line bg-paper px-3 py-2">
          <InItsDocument kind="notes" id={note.id}>
            <ReservedSign kind="notes" id={note.id} />
            <Note note={note} withAbout={withAbout} />
          </InItsDocument>
        </li>
      ))}
    </ul>
  )
}

function Note({ note, withAbout }: { note: CaseNote; withAbout: boolean }) {
  const t = useTranslations('looking')
  const te = useTranslations('event')
  const session = useSession()
  const { canWrite, me, doc, actor, feed } = session
  const { people } = useCase()
  const writer = useWriter()
  const nameOf = useNameOf()
  const teller = useTeller()
  const thingOf = useThings()
  const toast = useToast()
  const labelId = useId()
  const [open, setOpen] = useState(false)
  const { id, toldBy, createdBy, scribed } = note
  const may = canWrite ? mayChangeNote(note, writer, people) : 'no'
  const name = toldBy
    ? teller(toldBy)
    : createdBy === me.id
      ? me.name
      : (nameOf(createdBy) ?? t(createdBy === 'server' ? 'notes.table' : 'notes.someone'))
  const hand = scribed?.by ?? (toldBy ? createdBy : null)
  const text = textOf(doc, 'notes', id, 'text')
  useNoteTyped(open && may === 'ask' ? text : null, { kind: 'notes', id })
  const things = withAbout ? note.about.flatMap((one) => thingOf(one) ?? []) : []
  const bin = () => {
    binRecord(doc, actor(), { kind: 'notes', id })
    feed.flush()
    toast(t('notes.binned'), { label: te('reactions.undo'), run: stepBack(session) })
  }
  return (
    <div className="flex flex-col gap-1 text-m">
      <p id={labelId} className="flex flex-wrap items-baseline gap-x-2">
        <strong className="[overflow-wrap:anywhere]">{name}</strong>
        {!withAbout && (
          <span className="text-s text-ink-soft">{t(`question.${note.question ?? 'none'}`)}</span>
        )}
      </p>
      {open && text ? (
        <SharedText
          takeFocus
          text={text}
          record={id}
          field="text"
          labelledBy={labelId}
          max={20_000}
          className={`min-h-16 ${FIELD}`}
        />
      ) : (
        <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">{note.text}</p>
      )}
      {hand !== null && (
        <p className="text-s text-ink-soft">
          {te('reactions.writtenBy', { who: nameOf(hand) ?? te('someone') })}
        </p>
      )}
      {withAbout && (
        <p className="flex flex-wrap items-center gap-1 text-s text-ink-soft">
          {things.length === 0
            ? t(note.about.length === 0 ? 'notes.whole' : 'notes.gone')
            : things.map((thing) => (
                <button
                  key={thing.id}
                  type="button"
                  data-row={`about-${id}-${thing.id}`}
                  aria-label={t('notes.about', { kind: thing.kind, name: thing.name })}
                  className="inline-flex min-h-8 max-w-full items-center gap-1 rounded-full bg-unknown-soft px-2.5 text-left text-ink hover:bg-accent-soft"
                  onClick={thing.open}
                >
                  <span className="truncate">{thing.name}</span>
                </button>
              ))}
        </p>
      )}
      {may !== 'no' && (
        <div className="-mx-2 -mb-1 flex flex-wrap items-center">
          {open ? (
            <button type="button" className={`${QUIET} px-2! text-s!`} onClick={() => setOpen(false)}>
              {te('reactions.done')}
            </button>
          ) : (
            <button
              type="button"
              aria-describedby={labelId}
              className={`${QUIET} px-2! text-left text-s! whitespace-normal!`}
              onClick={() => setOpen(true)}
            >
              <Pencil size={14} className="shrink-0" aria-hidden="true" />
              {may === 'own' ? t('notes.change') : te('words.yes', { name })}
            </button>
          )}
          {(may === 'own' || open) && (
            <button
              type="button"
              aria-describedby={labelId}
              className={`${QUIET} px-2! text-s!`}
              onClick={bin}
            >
              <Trash2 size={14} aria-hidden="true" />
              {t('notes.bin')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
