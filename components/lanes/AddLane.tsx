'use client'
import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import type { LineSettings } from '@/components/timeline/useTimeline'
import { FIELD, LABEL, PRIMARY } from '@/components/ui/classes'
import { addLane, MAX_LANES } from '@/lib/case/commands/lanes'

/** A new lane: for an organisation or a person of the story, or for a theme. */
export function AddLane({ timeline: { caseData, lanes } }: { timeline: LineSettings }) {
  const t = useTranslations('lanes.add')
  const { doc, actor, feed } = useSession()
  const ids = { name: useId(), place: useId(), names: useId() }
  const [name, setName] = useState('')
  const [place, setPlace] = useState<'above' | 'below'>('below')
  const [said, say] = useState('')
  const known = [
    ...caseData.organisations.map((one) => ({ kind: 'organisation' as const, id: one.id, name: one.name })),
    ...caseData.people.map((one) => ({ kind: 'person' as const, id: one.id, name: one.name })),
  ].filter((one) => one.name)
  const isFull = lanes.length >= MAX_LANES
  const add = () => {
    const words = name.trim()
    if (!words) return
    const who = known.find((one) => one.name.trim().toLowerCase() === words.toLowerCase())
    const id = addLane(doc, actor(), {
      name: words,
      kind: who?.kind ?? 'theme',
      about: who?.id ?? null,
      place,
    })
    feed.flush()
    if (id === null) return
    setName('')
    say(t('added', { name: words }))
  }
  if (isFull) return <p className="mt-4 text-m text-ink-soft">{t('full', { max: MAX_LANES })}</p>
  return (
    <form
      className="mt-4 grid grid-cols-[1fr_auto_auto] items-end gap-2 max-[520px]:grid-cols-1"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <div>
        <label htmlFor={ids.name} className={LABEL}>
          {t('label')}
        </label>
        <input
          id={ids.name}
          list={ids.names}
          className={`mt-1 min-h-10 ${FIELD}`}
          placeholder={t('placeholder')}
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
        <datalist id={ids.names}>
          {known.map((one) => (
            <option key={one.id} value={one.name} />
          ))}
        </datalist>
      </div>
      <div>
        <label htmlFor={ids.place} className={LABEL}>
          {t('place')}
        </label>
        <select
          id={ids.place}
          className={`mt-1 min-h-10 ${FIELD}`}
          value={place}
          onChange={({ target }) => setPlace(target.value === 'above' ? 'above' : 'below')}
        >
          <option value="above">{t('above')}</option>
          <option value="below">{t('below')}</option>
        </select>
      </div>
      <button type="submit" className={PRIMARY} disabled={!name.trim()}>
        <Plus size={18} aria-hidden="true" />
        {t('button')}
      </button>
      <p role="status" className="col-span-full min-h-5 text-s text-ink-soft">
        {said}
      </p>
    </form>
  )
}
