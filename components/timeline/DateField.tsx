'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { today, useSession } from '@/components/board/session'
import { FIELD, LABEL } from '@/components/ui/classes'
import { useLatest } from '@/components/ui/useLatest'
import { setEventDate } from '@/lib/case/commands/events'
import type { CaseEvent } from '@/lib/case/schema'
import { sayDate } from '@/lib/dates/say'
import type { Reading } from '@/lib/dates/types'
import { readWords } from '@/lib/dates/words'
import { DateReading } from './DateReading'

/** After this pause in typing the date is kept; leaving the field keeps it at once. Milliseconds. */
const PAUSE_MS = 900

/** When it was, in people's own words, and how we understood them. */
export function DateField({ event }: { event: CaseEvent }) {
  const t = useTranslations('timeline.date')
  const { doc, actor, locale, canWrite, feed } = useSession()
  const id = useId()
  const shown = event.originalText || (event.date ? sayDate(event.date, locale) : '')
  const [typed, setTyped] = useState<string | null>(null)
  const words = typed ?? shown
  const reading: Reading = readWords(words, { locale, today: today() })
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const keep = (text: string, chosen: string | null = null) => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
    const read = readWords(text, { locale, today: today() })
    // What is ambiguous stays undated until somebody says which: rather no date than a wrong one.
    const date = chosen ?? (read.outcome === 'understood' ? read.edtf : null)
    if (text.trim() === event.originalText && date === event.date) return
    setEventDate(doc, actor(), { id: event.id, date, originalText: text.trim().slice(0, 200) })
    feed.flush()
  }
  // The panel can go away in the middle of a pause: what was typed is kept all the same.
  const leave = useLatest(() => {
    if (timer.current && typed !== null) keep(typed)
  })
  useEffect(() => () => leave.current(), [leave])

  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {t('label')}
      </label>
      <input
        id={id}
        className={`mt-1 ${FIELD}`}
        value={words}
        maxLength={200}
        readOnly={!canWrite}
        placeholder={t('placeholder')}
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
        {event.anchor && typed === null ? (
          t('relative')
        ) : (
          <DateReading
            words={words}
            reading={reading}
            chosen={event.date}
            onChoose={canWrite ? (edtf) => keep(words, edtf) : undefined}
          />
        )}
      </div>
    </div>
  )
}
