'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { today, useSession, useUnwritten } from '@/components/board/session'
import { FIELD, LABEL } from '@/components/ui/classes'
import { useLatest } from '@/components/ui/useLatest'
import { sayDate } from '@/lib/dates/say'
import type { Reading } from '@/lib/dates/types'
import { readWords } from '@/lib/dates/words'
import { DateReading } from './DateReading'

/** After this pause in typing the date is kept; leaving the field keeps it at once. Milliseconds. */
const PAUSE_MS = 900

interface Props {
  label: string
  placeholder: string
  /** The date as it is kept now. */
  said: Said
  /** Stands in place of the reading until somebody types. */
  note?: string | undefined
  onKeep: (said: Said) => void
}

interface Said {
  /** EDTF, or null when nobody knows. */
  date: string | null
  originalText: string
}

/** A date in people's own words, and how we understood them. */
export function SaidDateField({ label, placeholder, said, note, onKeep }: Props) {
  const { locale, canWrite } = useSession()
  const id = useId()
  const shown = said.originalText || (said.date ? sayDate(said.date, locale) : '')
  const [typed, setTyped] = useState<string | null>(null)
  const words = typed ?? shown
  const reading: Reading = readWords(words, { locale, today: today() })
  useUnwritten(typed !== null && typed.trim() !== said.originalText)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const keep = (text: string, chosen: string | null = null) => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
    const read = readWords(text, { locale, today: today() })
    // What is ambiguous stays undated until somebody says which: rather no date than a wrong one.
    const date = chosen ?? (read.outcome === 'understood' ? read.edtf : null)
    if (text.trim() === said.originalText && date === said.date) return
    onKeep({ date, originalText: text.trim().slice(0, 200) })
  }
  const choose = (edtf: string) => {
    keep(words, edtf)
    // Leaving the field would read the same words again, without what was chosen.
    setTyped(null)
  }
  // The panel can go away in the middle of a pause: what was typed is kept all the same.
  const leave = useLatest(() => {
    if (timer.current && typed !== null) keep(typed)
  })
  useEffect(() => () => leave.current(), [leave])

  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {label}
      </label>
      <input
        id={id}
        className={`mt-1 ${FIELD}`}
        value={words}
        maxLength={200}
        readOnly={!canWrite}
        placeholder={placeholder}
        aria-describedby={`${id}-read`}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value)
          if (timer.current) clearTimeout(timer.current)
          timer.current = setTimeout(() => keep(target.value), PAUSE_MS)
        }}
        onBlur={() => {
          if (typed !== null) keep(typed)
          setTyped(null)
        }}
        onKeyDown={(key) => key.key === 'Enter' && typed !== null && keep(typed)}
      />
      <div id={`${id}-read`} role="status" className="mt-1 min-h-6 text-s text-ink-soft">
        {note !== undefined && typed === null ? (
          note
        ) : (
          <DateReading
            words={words}
            reading={reading}
            chosen={said.date}
            onChoose={canWrite ? choose : undefined}
          />
        )}
      </div>
    </div>
  )
}
