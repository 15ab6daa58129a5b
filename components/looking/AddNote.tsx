'use client'
import { MessageSquarePlus } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession, useUnwritten } from '@/components/board/session'
import { useAct } from '@/components/genogram/family/useAct'
import { focusSoon } from '@/components/people/place'
import { Choice } from '@/components/ui/Choice'
import { BUTTON, FIELD, LABEL, PRIMARY, QUIET } from '@/components/ui/classes'
import { addNote } from '@/lib/case/commands/notes'
import type { CaseNote } from '@/lib/case/schema'

/** Writes down what is seen, or what it does with somebody. `about`: ids of what it is about; none for all of the case. */
export function AddNote({ about, label }: { about: readonly string[]; label: string }) {
  const [open, setOpen] = useState(false)
  const row = `add-note-${about.join('-')}`
  if (!open)
    return (
      <button
        type="button"
        data-row={row}
        className={`-ml-3 self-start ${QUIET}`}
        onClick={() => setOpen(true)}
      >
        <MessageSquarePlus size={16} aria-hidden="true" />
        {label}
      </button>
    )
  return (
    <NoteForm
      about={about}
      onDone={() => {
        setOpen(false)
        focusSoon(`[data-row="${row}"]`)
      }}
    />
  )
}

const QUESTIONS = ['see', 'feel'] as const

function NoteForm({ about, onDone }: { about: readonly string[]; onDone: () => void }) {
  const t = useTranslations('looking')
  const ts = useTranslations('event.scribe')
  const { guides, me } = useSession()
  const { people } = useCase()
  const act = useAct()
  const id = useId()
  const [question, setQuestion] = useState<NonNullable<CaseNote['question']>>('see')
  const [text, setText] = useState('')
  const [who, setWho] = useState('')
  const [yes, setYes] = useState(false)
  useUnwritten(text.trim() !== '')
  const person = people.find((one) => one.id === who)
  const name = person?.name.trim() ?? ''
  const keep = () => {
    const toldBy = person ? { person: person.id, principal: person.principal, name } : null
    act((doc, actor) => addNote(doc, actor, { text, question, about, toldBy }))
    onDone()
  }
  return (
    <form
      data-escape
      className="flex flex-col gap-3 rounded-card border border-line bg-paper p-3"
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && onDone()}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() && (!person || yes)) keep()
      }}
    >
      <Choice
        small
        label={t('notes.which')}
        options={QUESTIONS.map((value) => ({ value, label: t(`question.${value}`) }))}
        value={question}
        onChange={setQuestion}
      />
      <div>
        <label htmlFor={id} className={LABEL}>
          {t('notes.text')}
        </label>
        <textarea
          autoFocus
          id={id}
          rows={3}
          className={`mt-1 ${FIELD}`}
          value={text}
          maxLength={20_000}
          placeholder={t(`placeholder.${question}`)}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      {guides && people.length > 0 && (
        <label className={LABEL}>
          {t('notes.whose')}
          <select
            className={`mt-1 min-h-10 font-normal ${FIELD}`}
            value={who}
            onChange={({ target }) => {
              setWho(target.value)
              setYes(false)
            }}
          >
            <option value="">{t('notes.mine')}</option>
            {people
              .filter((one) => one.principal !== me.id && one.name.trim() !== '')
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
          </select>
        </label>
      )}
      {person && (
        <label className="flex min-h-10 items-center gap-3 text-m">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-accent"
            checked={yes}
            onChange={({ target }) => setYes(target.checked)}
          />
          {ts('yes', { name })}
        </label>
      )}
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={PRIMARY} disabled={!text.trim() || (person !== undefined && !yes)}>
          {t('form.add')}
        </button>
        <button type="button" className={BUTTON} onClick={onDone}>
          {t('form.cancel')}
        </button>
      </div>
    </form>
  )
}
