'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { today, useSession } from '@/components/board/session'
import { DateReading } from '@/components/timeline/DateReading'
import { KindIcon } from '@/components/timeline/EventCard'
import type { NamedLane } from '@/components/timeline/useTimeline'
import { Choice } from '@/components/ui/Choice'
import { BUTTON, FIELD, LABEL, PRIMARY } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { addEvent } from '@/lib/case/commands/events'
import type { EventKindName } from '@/lib/case/schema'
import { readWords } from '@/lib/dates/words'

const KINDS = ['decision', 'contact', 'family', 'need', 'experience'] as const

/** A new moment in a few words: what, when as far as is known, what it is, and whose side. */
export function MomentForm({ lanes, onDone }: { lanes: readonly NamedLane[]; onDone: () => void }) {
  const t = useTranslations('timeline')
  const { doc, actor, locale, feed } = useSession()
  const toast = useToast()
  const ids = { what: useId(), when: useId() }
  const [title, setTitle] = useState('')
  const [when, setWhen] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [kind, setKind] = useState<EventKindName>('family')
  const [side, setSide] = useState(lanes.find(({ place }) => place === 'below')?.id ?? 'family')
  const [wanting, setWanting] = useState(false)
  const what = useRef<HTMLTextAreaElement>(null)
  useEffect(() => what.current?.focus(), [])
  const reading = readWords(when, { locale, today: today() })

  const save = () => {
    if (!title.trim()) {
      setWanting(true)
      what.current?.focus()
      return
    }
    const date = reading.outcome === 'understood' ? reading.edtf : chosen
    addEvent(doc, actor(), { kind, side, date, originalText: when.trim(), title: title.trim() })
    feed.flush()
    toast(t('list.added'))
    onDone()
  }

  return (
    <form
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4 shadow-card"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div>
        <label htmlFor={ids.what} className={LABEL}>
          {t('list.what')}
        </label>
        <textarea
          ref={what}
          id={ids.what}
          className={`mt-1 min-h-20 ${FIELD}`}
          placeholder={t('list.whatPlaceholder')}
          maxLength={300}
          value={title}
          aria-invalid={wanting && !title.trim()}
          aria-describedby={wanting ? `${ids.what}-want` : undefined}
          onChange={({ target }) => setTitle(target.value)}
        />
        {wanting && !title.trim() && (
          <p id={`${ids.what}-want`} role="alert" className="text-s text-danger">
            {t('list.needWords')}
          </p>
        )}
      </div>
      <div>
        <label htmlFor={ids.when} className={LABEL}>
          {t('list.when')}
        </label>
        <input
          id={ids.when}
          className={`mt-1 min-h-10 ${FIELD}`}
          placeholder={t('date.placeholder')}
          maxLength={200}
          value={when}
          autoComplete="off"
          aria-describedby={`${ids.when}-read`}
          onChange={({ target }) => {
            setWhen(target.value)
            setChosen(null)
          }}
        />
        <div id={`${ids.when}-read`} role="status" className="mt-1 min-h-6 text-s text-ink-soft">
          {when && <DateReading words={when} reading={reading} chosen={chosen} onChoose={setChosen} />}
        </div>
      </div>
      <Choice
        label={t('kind.label')}
        options={KINDS.map((value) => ({
          value,
          label: t(`kind.${value}`),
          icon: <KindIcon kind={value} />,
        }))}
        value={kind as (typeof KINDS)[number]}
        onChange={setKind}
      />
      <Choice
        label={t('side.label')}
        options={lanes.map(({ id, name }) => ({ value: id, label: name }))}
        value={side}
        onChange={setSide}
      />
      <div className="grid grid-cols-2 gap-2">
        <button type="button" className={BUTTON} onClick={onDone}>
          {t('list.cancel')}
        </button>
        <button type="submit" className={PRIMARY}>
          {t('list.save')}
        </button>
      </div>
    </form>
  )
}
