'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { today, useCase, useSession } from '@/components/board/session'
import { stepBack } from '@/components/board/stepBack'
import { FIELD, LABEL, PRIMARY } from '@/components/ui/classes'
import { PickField } from '@/components/ui/PickField'
import { FormError } from '@/components/ui/field'
import { useToast } from '@/components/ui/Toasts'
import { makeFamily } from '@/lib/case/commands/family'
import { readFamilyLine } from '@/lib/genogram/entry/readLine'
import { useCaseNames } from '../useCaseNames'
import { DraftReading } from './DraftReading'

/** No id of a record has a space. */
const NEW = 'somebody new'

/** A family in a typed line: what it makes is shown before it is made, as one step. */
export function TypedFamily() {
  const t = useTranslations('genogram.typed')
  const { doc, actor, feed, locale, undo } = useSession()
  const { people } = useCase()
  const nameOf = useCaseNames()
  const toast = useToast()
  const id = useId()
  const [words, setWords] = useState('')
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map())
  const [refused, setRefused] = useState(false)
  const draft = readFamilyLine(words, people, { locale, today: today() })
  const unsure = draft.people.filter(({ choices }) => choices.length > 0)
  const isReady = draft.people.length > 0 && unsure.every(({ key }) => (picked.get(key) ?? '') !== '')
  const make = () => {
    const chosen = new Map(
      unsure.map(({ key }) => {
        const who = picked.get(key) ?? NEW
        return [key, who === NEW ? null : who]
      }),
    )
    const made = makeFamily(doc, actor(), { draft, chosen })
    feed.flush()
    setRefused(made === null)
    if (made === null) return
    setWords('')
    setPicked(new Map())
    toast(t('made'), {
      label: t('undo'),
      run: stepBack({ undo, feed }),
    })
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) make()
      }}
    >
      <div>
        <label htmlFor={id} className={LABEL}>
          {t('label')}
        </label>
        <textarea
          id={id}
          className={`mt-1 min-h-16 ${FIELD}`}
          placeholder={t('placeholder')}
          maxLength={2_000}
          value={words}
          onChange={({ target }) => {
            setWords(target.value)
            setRefused(false)
          }}
        />
      </div>
      {unsure.map(({ key, name, choices }) => (
        <PickField
          key={key}
          label={t('whoIs', { name })}
          options={[
            { value: '', label: t('choose') },
            ...choices.map((one) => ({ value: one, label: nameOf(one) })),
            { value: NEW, label: t('new') },
          ]}
          value={picked.get(key) ?? ''}
          onChange={(value) => setPicked(new Map([...picked, [key, value]]))}
        />
      ))}
      {words.trim() !== '' && <DraftReading draft={draft} />}
      <FormError message={refused ? t('refused') : null} />
      <button type="submit" className={`self-start ${PRIMARY}`} disabled={!isReady}>
        {t('make')}
      </button>
    </form>
  )
}
