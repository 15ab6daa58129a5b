'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { BUTTON, FIELD, LABEL } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { confirmName } from '@/lib/case/commands/names'
import { peopleNamed } from '@/lib/case/queries'
import { focusSoon, rowOf, usePeople } from './place'

interface Known {
  kind: 'people' | 'organisations'
  id: string
}

/** A name that stands on moments; says who it is on all of them at once. */
export function NameRow({ name, count }: { name: string; count: number }) {
  const t = useTranslations('people.names')
  const { canWrite } = useSession()
  const [open, setOpen] = useState(false)
  const id = useId()
  const row = `name-${id}`
  return (
    <li
      className="rounded-lg border border-dashed border-unknown px-3 py-1.5"
      data-escape={open || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        setOpen(false)
        focusSoon(`[data-row="${row}"]`)
      }}
    >
      <div className="flex min-h-8 flex-wrap items-center gap-x-3">
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 text-m [overflow-wrap:anywhere]">{name}</span>
          <span className="text-s text-ink-soft">{t('count', { count })}</span>
        </span>
        {canWrite && (
          <button
            type="button"
            data-row={row}
            aria-expanded={open}
            aria-controls={id}
            aria-label={t('whoIs', { name })}
            className="min-h-10 rounded-lg px-2 text-m font-bold text-accent-strong underline decoration-dotted underline-offset-4 hover:bg-accent-soft"
            onClick={() => setOpen(!open)}
          >
            {t('who')}
          </button>
        )}
      </div>
      <div id={id}>{open && <WhoIsIt name={name} count={count} />}</div>
    </li>
  )
}

/** A new person, a new organisation, or somebody the case knows. */
function WhoIsIt({ name, count }: { name: string; count: number }) {
  const t = useTranslations('people.names')
  const tp = useTranslations('people')
  const { doc, actor, feed } = useSession()
  const { people, organisations } = useCase()
  const { go } = usePeople()
  const toast = useToast()
  const id = useId()
  const [picked, setPicked] = useState('')
  const namesakes = peopleNamed(people, name)

  const isNew = (as: 'person' | 'organisation') => {
    const made = confirmName(doc, actor(), { name, as })
    feed.flush()
    if (made !== null) go({ kind: as === 'person' ? 'people' : 'organisations', id: made })
  }
  const isKnown = (known: Known) => {
    const as = known.kind === 'people' ? 'person' : 'organisation'
    const who = [...people, ...organisations].find((one) => one.id === known.id)?.name || tp('noName')
    if (confirmName(doc, actor(), { name, as, existingId: known.id }) === null) return
    feed.flush()
    toast(t('done', { name, who, count }))
    focusSoon(`[data-row="${rowOf(known.kind, known.id)}"]`)
  }
  const pick = () => {
    const kind = people.some((one) => one.id === picked) ? 'people' : 'organisations'
    isKnown({ kind, id: picked })
  }
  return (
    <div className="flex flex-col gap-2 pt-1 pb-2">
      {namesakes.map((person) => (
        <button
          key={person.id}
          type="button"
          className={BUTTON}
          onClick={() => isKnown({ kind: 'people', id: person.id })}
        >
          {t('same', { name: [person.name, person.role].filter(Boolean).join(', ') })}
        </button>
      ))}
      <button type="button" className={BUTTON} onClick={() => isNew('person')}>
        {t('asPerson')}
      </button>
      <button type="button" className={BUTTON} onClick={() => isNew('organisation')}>
        {t('asOrganisation')}
      </button>
      {people.length + organisations.length > 0 && (
        <div>
          <label htmlFor={id} className={LABEL}>
            {t('existing')}
          </label>
          <div className="mt-1 flex flex-wrap gap-2">
            <select
              id={id}
              className={`min-h-10 min-w-0 flex-[1_1_14rem] ${FIELD}`}
              value={picked}
              onChange={({ target }) => setPicked(target.value)}
            >
              <option value="">{t('choose')}</option>
              {[
                { label: tp('people'), all: people },
                { label: tp('organisations'), all: organisations },
              ].map(
                ({ label, all }) =>
                  all.length > 0 && (
                    <optgroup key={label} label={label}>
                      {all.map((one) => (
                        <option key={one.id} value={one.id}>
                          {one.name || tp('noName')}
                        </option>
                      ))}
                    </optgroup>
                  ),
              )}
            </select>
            <button type="button" className={BUTTON} disabled={picked === ''} onClick={pick}>
              {t('sameButton')}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
