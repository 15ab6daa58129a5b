'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { today, useCase, useSession } from '@/components/board/session'
import { DateReading } from '@/components/timeline/DateReading'
import { FIELD, LABEL } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { addPerson } from '@/lib/case/commands/people'
import { peopleNamed } from '@/lib/case/queries'
import type { CircleName } from '@/lib/case/schema'
import { readWords } from '@/lib/dates/words'
import { AddForm } from './AddForm'
import { CircleChoice } from './CircleChoice'
import { rowOf } from './place'

/** Somebody new: a name, and if they know it where they belong and when they were born. */
export function AddPerson({ onDone }: { onDone: (row: string | null) => void }) {
  const t = useTranslations('people')
  const { doc, actor, locale, feed } = useSession()
  const { people } = useCase()
  const toast = useToast()
  const id = useId()
  const [circle, setCircle] = useState<CircleName | null>(null)
  const [born, setBorn] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const reading = readWords(born, { locale, today: today() })
  const save = (name: string) => {
    const date = reading.outcome === 'understood' ? reading.edtf : chosen
    const birth = { date, originalText: born.trim() }
    const added = addPerson(doc, actor(), { name, birth, circle: circle ?? 'unknown' })
    feed.flush()
    toast(t('add.added', { name: name.trim() }))
    onDone(added && rowOf('people', added))
  }
  return (
    <AddForm
      title={t('add.personTitle')}
      hint={(name) => (name.trim() && peopleNamed(people, name).length > 0 ? t('add.known') : '')}
      onSave={save}
      onCancel={() => onDone(null)}
    >
      <CircleChoice label={t('add.circle')} value={circle} onChange={setCircle} />
      <div>
        <label htmlFor={id} className={LABEL}>
          {t('card.birth')}
        </label>
        <input
          id={id}
          className={`mt-1 min-h-10 ${FIELD}`}
          placeholder={t('card.birthPlaceholder')}
          maxLength={200}
          value={born}
          autoComplete="off"
          aria-describedby={`${id}-read`}
          onChange={({ target }) => {
            setBorn(target.value)
            setChosen(null)
          }}
        />
        <div id={`${id}-read`} role="status" className="mt-1 text-s text-ink-soft empty:hidden">
          {born && <DateReading words={born} reading={reading} chosen={chosen} onChoose={setChosen} />}
        </div>
      </div>
    </AddForm>
  )
}
