'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { today, useSession, useUnwritten } from '@/components/board/session'
import { BUTTON, FIELD, LABEL } from '@/components/ui/classes'
import { useLatest } from '@/components/ui/useLatest'
import type { EventAnchor } from '@/lib/case/schema'
import { sayDate } from '@/lib/dates/say'
import type { Reading, RelativeReading, WordsContext } from '@/lib/dates/types'
import { readWords } from '@/lib/dates/words'
import { DateReading } from './DateReading'
import { sameAnchor } from './useDateWords'

/** After this pause in typing the date is kept; leaving the field keeps it at once. Milliseconds. */
const PAUSE_MS = 900

interface Props {
  label: string
  placeholder: string
  /** Kinds of dates that can be said here, shown while the field is empty. */
  examples: string
  /** The date as it is kept now. */
  said: Said
  /** Who and what the date can hang on; absent where it hangs on nothing, as a birth does. */
  about?: Pick<WordsContext, 'people' | 'events'> | undefined
  onKeep: (said: Required<Said>) => void
}

interface Said {
  /** EDTF, or null when nobody knows. */
  date: string | null
  originalText: string
  anchor?: EventAnchor | null
}

/** What somebody picked where words can mean several things. */
type Picked = { edtf: string } | { relative: RelativeReading }

/**
 * A date in people's own words, and at once how we understood them. What can mean two things is picked by a button;
 * what is not understood stays undated and keeps its words.
 */
export function SaidDateField({ label, placeholder, examples, said, about, onKeep }: Props) {
  const t = useTranslations('dates')
  const { locale, canWrite } = useSession()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const shown = said.originalText || (said.date ? sayDate(said.date, locale) : '')
  const [typed, setTyped] = useState<string | null>(null)
  const [focused, setFocused] = useState(false)
  const [touched, setTouched] = useState(false)
  const words = typed ?? shown
  const context: WordsContext = { locale, today: today(), ...about }
  const reading: Reading = readWords(words, context)
  useUnwritten(typed !== null && typed.trim() !== said.originalText)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const keep = (text: string, picked: Picked | null = null) => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
    const originalText = text.trim().slice(0, 200)
    // The same words again, with what was picked for them.
    const isKnown = originalText === said.originalText && (said.date !== null || Boolean(said.anchor))
    if (isKnown && !picked) return
    const found = dateOf(readWords(text, context), picked)
    if (
      originalText === said.originalText &&
      found.date === said.date &&
      sameAnchor(found.anchor, said.anchor ?? null)
    )
      return
    onKeep({ ...found, originalText })
  }
  const pick = (picked: Picked) => {
    keep(words, picked)
    // Leaving the field would read the same words again, without what was chosen.
    setTyped(null)
  }
  // The panel can go away in the middle of a pause: what was typed is kept all the same.
  const leave = useLatest(() => {
    if (timer.current && typed !== null) keep(typed)
  })
  useEffect(() => () => leave.current(), [leave])
  const isEmpty = words.trim() === ''

  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {label}
      </label>
      <input
        ref={field}
        id={id}
        className={`mt-1 min-h-10 ${FIELD}`}
        value={words}
        maxLength={200}
        readOnly={!canWrite}
        placeholder={placeholder}
        aria-describedby={`${id}-read`}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value)
          setTouched(true)
          if (timer.current) clearTimeout(timer.current)
          timer.current = setTimeout(() => keep(target.value), PAUSE_MS)
        }}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false)
          if (typed !== null) keep(typed)
          setTyped(null)
        }}
        onKeyDown={(key) => key.key === 'Enter' && typed !== null && keep(typed)}
      />
      <div id={`${id}-read`} className="mt-1 min-h-6 text-s text-ink-soft">
        {isEmpty && focused ? (
          examples
        ) : (
          <DateReading
            words={words}
            reading={isEmpty ? NOTHING_SAID : reading}
            chosen={said.date}
            chosenAnchor={said.anchor}
            aloud={touched}
            onChoose={canWrite ? (edtf) => pick({ edtf }) : undefined}
            onChooseRelative={canWrite ? (relative) => pick({ relative }) : undefined}
          />
        )}
      </div>
      {isEmpty && canWrite && (
        <button
          type="button"
          className={BUTTON}
          // The field keeps the focus, and the button does not go away under the finger.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            keep(t('nobodyKnows'))
            setTyped(null)
            field.current?.focus()
          }}
        >
          {t('nobodyKnows')}
        </button>
      )}
    </div>
  )
}

/** An empty field says nothing, also not that nobody knows. */
const NOTHING_SAID: Reading = { outcome: 'unclear' }

/** What is ambiguous stays undated until somebody says which: rather no date than a wrong one. */
function dateOf(read: Reading, picked: Picked | null): { date: string | null; anchor: EventAnchor | null } {
  if (picked && 'edtf' in picked) return { date: picked.edtf, anchor: null }
  const relative =
    picked?.relative ?? (read.outcome === 'relative' && read.settled ? read.readings[0] : undefined)
  if (relative) return { date: relative.edtf, anchor: relative.anchor }
  return { date: read.outcome === 'understood' ? read.edtf : null, anchor: null }
}
