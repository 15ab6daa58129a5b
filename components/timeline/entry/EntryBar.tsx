'use client'
import { X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession, useUnwritten } from '@/components/board/session'
import { FIELD, PRIMARY, QUIET } from '@/components/ui/classes'
import { addEvent } from '@/lib/case/commands/events'
import { eventOf } from '@/lib/exchange/entry/draftEvent'
import { gridOfText } from '@/lib/exchange/entry/grid'
import { readLine } from '@/lib/exchange/entry/readLine'
import type { EntryLine } from '@/lib/exchange/entry/types'
import { useFocusBack } from '@/components/ui/usePanel'
import { useEntryContext } from '../work/useEntryContext'
import { useWork } from '../work/work'
import { LinePreview } from './LinePreview'

/** One line, one moment, while people talk: Enter makes it and the next can be typed at once. */
export function EntryBar() {
  const t = useTranslations('work.entry')
  const session = useSession()
  const work = useWork()
  const { people } = useCase()
  const context = useEntryContext(work.last.side)
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<number | null>(null)
  const [said, say] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useFocusBack()
  useEffect(() => field.current?.focus(), [])
  useUnwritten(typed.trim() !== '')
  const line = chosen(readLine(typed, context), picked)
  const { teller } = work.last

  const add = () => {
    if (!line.ready) {
      if (typed.trim() !== '') say(t('needsWords'))
      return
    }
    if (!addEvent(session.doc, session.actor(), eventOf(line.draft, teller))) return
    session.feed.flush()
    say(t('added', { title: line.draft.title }))
    setTyped('')
    setPicked(null)
  }
  const onKeyDown = (key: React.KeyboardEvent) => {
    if (key.nativeEvent.isComposing) return
    const digit = key.altKey && line.date.state === 'pick' ? /^Digit([1-9])$/.exec(key.code)?.[1] : null
    if (digit) {
      key.preventDefault()
      setPicked(Number(digit) - 1)
    } else if (key.key === 'Enter') {
      key.preventDefault()
      add()
    } else if (key.key === 'Escape') {
      key.stopPropagation()
      // The first Escape takes the line back, the second closes: nothing typed goes by accident.
      if (typed) setTyped('')
      else work.setTool(null)
    } else if ((key.ctrlKey || key.metaKey) && key.key.toLowerCase() === 'z' && typed === '') {
      key.preventDefault()
      session.undo.undo()
      session.feed.flush()
      say(t('undone'))
    }
  }
  const onPaste = (paste: React.ClipboardEvent) => {
    const text = paste.clipboardData.getData('text/plain')
    if (text.trim().split(/\r?\n/).length < 2) return
    paste.preventDefault()
    work.setPasted(gridOfText(text, context))
  }

  return (
    <section
      aria-label={t('label')}
      data-escape
      className="pointer-events-auto w-full max-w-3xl rounded-card border border-line bg-surface p-3 shadow-card"
    >
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="sr-only">
          {t('field')}
        </label>
        <input
          ref={field}
          id={id}
          value={typed}
          maxLength={2_000}
          autoComplete="off"
          placeholder={t('placeholder')}
          aria-describedby={`${id}-read`}
          className={FIELD}
          onChange={({ target }) => {
            setTyped(target.value)
            setPicked(null)
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button type="button" className={PRIMARY} onClick={() => (add(), field.current?.focus())}>
          {t('add')}
        </button>
        <button type="button" aria-label={t('close')} className={QUIET} onClick={() => work.setTool(null)}>
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      <div id={`${id}-read`} className="mt-2 min-h-12">
        {typed.trim() === '' ? (
          <p className="text-s text-ink-soft">{t('hint')}</p>
        ) : (
          <LinePreview
            line={line}
            picked={picked}
            onPick={(index) => {
              setPicked(index)
              field.current?.focus()
            }}
          />
        )}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <label className="flex items-center gap-2 text-s">
          {t('side')}
          <select
            className={`${FIELD} w-auto! py-1`}
            value={context.side}
            onChange={({ target }) => work.setLast({ side: target.value, teller })}
          >
            {context.lanes.map((lane) => (
              <option key={lane.id} value={lane.id}>
                {lane.name}
              </option>
            ))}
          </select>
        </label>
        <label className="flex items-center gap-2 text-s">
          {t('teller')}
          <select
            className={`${FIELD} w-auto! py-1`}
            value={teller?.person ?? ''}
            onChange={({ target }) => {
              const person = people.find((one) => one.id === target.value)
              work.setLast({
                side: context.side,
                teller: person ? { person: person.id, name: person.name } : null,
              })
            }}
          >
            <option value="">{t('nobody')}</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        </label>
        <p role="status" className="min-h-5 text-s text-ink-soft">
          {said}
        </p>
      </div>
    </section>
  )
}

/** The line with the reading of its date that was picked. */
function chosen(line: EntryLine, picked: number | null): EntryLine {
  const edtf = line.date.state === 'pick' && picked !== null ? line.date.edtfs[picked] : undefined
  return edtf === undefined ? line : { ...line, draft: { ...line.draft, date: edtf } }
}
