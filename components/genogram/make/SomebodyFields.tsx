'use client'
import { useEffect, useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { FreshDateField } from '@/components/timeline/FreshDateField'
import { Choice } from '@/components/ui/Choice'
import { FIELD, LABEL } from '@/components/ui/classes'
import { peopleNamed } from '@/lib/case/queries'
import type { Draft } from './somebody'

interface Props {
  draft: Draft
  onDraft: (draft: Draft) => void
  /** Ids of who cannot be meant. */
  except: readonly string[]
  /** What the person is, where there is more than one in the form: "De ene ouder". */
  legend?: string
  takeFocus?: boolean
  /** An organisation has no gender and no birth. */
  bare?: boolean
}

const GENDERS = ['female', 'male', 'nonbinary', 'unknown'] as const

/** Who it is: a name with what is known, or somebody who is in the case already. */
export function SomebodyFields({ draft, onDraft, except, legend, takeFocus = false, bare = false }: Props) {
  const t = useTranslations('genogram.make')
  const tp = useTranslations('people')
  const { people } = useCase()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const others = people.filter((person) => !except.includes(person.id))
  const set = (change: Partial<Draft>) => onDraft({ ...draft, ...change })
  useEffect(() => {
    if (takeFocus) field.current?.focus()
  }, [takeFocus])
  const isKnownName = draft.name.trim() !== '' && peopleNamed(people, draft.name).length > 0
  return (
    <fieldset className="flex flex-col gap-4">
      {legend && <legend className="mb-2 text-m font-bold">{legend}</legend>}
      {others.length > 0 && (
        <Choice
          quiet
          label={legend ? t('fromOf', { who: legend }) : t('from')}
          options={[
            { value: 'new', label: t('new') },
            { value: 'known', label: t('known') },
          ]}
          value={draft.from}
          onChange={(from) => set({ from })}
        />
      )}
      {draft.from === 'known' ? (
        <div>
          <label htmlFor={id} className={LABEL}>
            {t('who')}
          </label>
          <select
            id={id}
            className={`mt-1 min-h-10 ${FIELD}`}
            value={draft.known}
            onChange={({ target }) => set({ known: target.value })}
          >
            <option value="">{t('choose')}</option>
            {others.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name || tp('noName')}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <>
          <div>
            <label htmlFor={id} className={LABEL}>
              {t('name')}
            </label>
            <input
              ref={field}
              id={id}
              className={`mt-1 min-h-10 ${FIELD}`}
              value={draft.name}
              maxLength={200}
              autoComplete="off"
              aria-describedby={`${id}-hint`}
              onChange={({ target }) => set({ name: target.value })}
            />
            <p id={`${id}-hint`} role="status" className="mt-1 text-s text-ink-soft empty:hidden">
              {isKnownName && tp('add.known')}
            </p>
          </div>
          {!bare && (
            <>
              <Choice
                label={t('gender')}
                options={GENDERS.map((value) => ({ value, label: t(`genders.${value}`) }))}
                value={draft.gender}
                onChange={(gender) => set({ gender })}
              />
              <FreshDateField
                label={tp('card.birth')}
                placeholder={tp('card.birthPlaceholder')}
                value={draft.birth}
                onChange={(birth) => set({ birth })}
              />
            </>
          )}
        </>
      )}
    </fieldset>
  )
}
