'use client'
import { useId } from 'react'
import { today, useSession } from '@/components/board/session'
import { FIELD, LABEL } from '@/components/ui/classes'
import { readWords } from '@/lib/dates/words'
import { DateReading } from './DateReading'

/** A date as it is being said in a form: EDTF as far as it was understood or picked, and the words. */
export interface FreshDate {
  date: string | null
  originalText: string
}

export const NO_DATE: FreshDate = { date: null, originalText: '' }

interface Props {
  label: string
  placeholder: string
  value: FreshDate
  onChange: (date: FreshDate) => void
}

/** A date in people's own words, of something that is not in the case yet; says at once how it was understood. */
export function FreshDateField({ label, placeholder, value, onChange }: Props) {
  const { locale } = useSession()
  const id = useId()
  const words = value.originalText
  const read = (text: string) => readWords(text, { locale, today: today() })
  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {label}
      </label>
      <input
        id={id}
        className={`mt-1 min-h-10 ${FIELD}`}
        placeholder={placeholder}
        maxLength={200}
        value={words}
        autoComplete="off"
        aria-describedby={`${id}-read`}
        onChange={({ target }) => {
          const reading = read(target.value)
          const date = reading.outcome === 'understood' ? reading.edtf : null
          onChange({ date, originalText: target.value })
        }}
      />
      <div id={`${id}-read`} role="status" className="mt-1 text-s text-ink-soft empty:hidden">
        {words && (
          <DateReading
            words={words}
            reading={read(words)}
            chosen={value.date}
            onChoose={(date) => onChange({ date, originalText: words })}
          />
        )}
      </div>
    </div>
  )
}
