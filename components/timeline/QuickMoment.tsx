'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMomentDraft } from '@/components/phone/useMomentDraft'
import { FIELD, LABEL, PRIMARY, QUIET } from '@/components/ui/classes'
import { Circle, EventKind } from '@/lib/case/schema'
import { DateReading } from './DateReading'
import type { NamedLane } from './useTimeline'

interface Props {
  lanes: readonly NamedLane[]
  /** A moment was added; the form stands ready for the next one. */
  onAdded: (id: string) => void
  /** Opens what has been typed so far, to tell more. */
  onOpen: (id: string) => void
}

/** Whether kind, source and names are shown: stays as it was for the next time, in this window. */
let toldMore = false

/** A moment in one line: words, when, which side; Enter adds it and the caret is ready for the next. */
export function QuickMoment({ lanes, onAdded, onOpen }: Props) {
  const t = useTranslations('timeline')
  const tl = useTranslations('lanes.quick')
  const id = useId()
  const { draft, kind, reading, set, save } = useMomentDraft(lanes)
  const [more, setMore] = useState(toldMore)
  const [said, say] = useState('')
  const [wanting, setWanting] = useState(false)
  const what = useRef<HTMLInputElement>(null)
  useEffect(() => what.current?.focus(), [])

  const add = () => {
    const title = draft.title.trim()
    const added = save()
    setWanting(added === null)
    what.current?.focus()
    if (added === null) return
    say(tl('added', { title }))
    onAdded(added)
  }
  return (
    <form
      aria-label={tl('label')}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
      onKeyDown={(event) => {
        const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isField) return
        event.preventDefault()
        add()
      }}
    >
      <Field id={`${id}-what`} label={t('panel.title')}>
        <input
          ref={what}
          id={`${id}-what`}
          className={FIELD}
          placeholder={t('panel.titlePlaceholder')}
          value={draft.title}
          maxLength={300}
          autoComplete="off"
          aria-describedby={`${id}-said`}
          aria-invalid={wanting && !draft.title.trim()}
          onChange={({ target }) => {
            setWanting(false)
            set({ title: target.value })
          }}
        />
      </Field>
      <div className="grid grid-cols-2 gap-2">
        <Field id={`${id}-when`} label={t('date.label')}>
          <input
            id={`${id}-when`}
            className={FIELD}
            placeholder={tl('when')}
            value={draft.when}
            maxLength={200}
            autoComplete="off"
            aria-describedby={`${id}-read`}
            onChange={({ target }) => set({ when: target.value, chosen: null })}
          />
        </Field>
        <Field id={`${id}-side`} label={tl('side')}>
          <select
            id={`${id}-side`}
            className={`min-h-10 ${FIELD}`}
            value={draft.side}
            onChange={({ target }) => set({ side: target.value })}
          >
            {lanes.map((lane) => (
              <option key={lane.id} value={lane.id}>
                {lane.name}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <div id={`${id}-read`} role="status" className="min-h-5 text-s text-ink-soft">
        {draft.when && (
          <DateReading
            words={draft.when}
            reading={reading}
            chosen={draft.chosen}
            onChoose={(chosen) => set({ chosen })}
          />
        )}
      </div>
      {more && (
        <div className="grid grid-cols-2 gap-2">
          <Field id={`${id}-kind`} label={t('kind.label')}>
            <select
              id={`${id}-kind`}
              className={`min-h-10 ${FIELD}`}
              value={kind}
              onChange={({ target }) => {
                const next = EventKind.safeParse(target.value)
                if (next.success) set({ kind: next.data })
              }}
            >
              {EventKind.options.map((value) => (
                <option key={value} value={value}>
                  {t(`kind.${value}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field id={`${id}-source`} label={t('source.label')}>
            <select
              id={`${id}-source`}
              className={`min-h-10 ${FIELD}`}
              value={draft.source ?? ''}
              onChange={({ target }) => {
                const next = Circle.safeParse(target.value)
                set({ source: next.success ? next.data : null })
              }}
            >
              <option value="">{t('source.none')}</option>
              {Circle.options.map((value) => (
                <option key={value} value={value}>
                  {t(`source.${value}`)}
                </option>
              ))}
            </select>
          </Field>
          <div className="col-span-2">
            <Field id={`${id}-who`} label={t('who.label')}>
              <input
                id={`${id}-who`}
                className={FIELD}
                placeholder={tl('who')}
                value={draft.who}
                maxLength={1_000}
                autoComplete="off"
                onChange={({ target }) => set({ who: target.value })}
              />
            </Field>
          </div>
        </div>
      )}
      <p id={`${id}-said`} role="status" className={`text-s ${wanting ? 'text-danger' : 'text-ink-soft'}`}>
        {wanting ? t('list.needWords') : said}
      </p>
      <div className="flex flex-wrap items-center gap-1">
        <button type="submit" className={PRIMARY}>
          {t('list.save')}
        </button>
        <button
          type="button"
          aria-expanded={more}
          className={QUIET}
          onClick={() => {
            toldMore = !more
            setMore(!more)
          }}
        >
          {more ? tl('less') : tl('more')}
        </button>
        <button
          type="button"
          className={QUIET}
          onClick={() => {
            const opened = save({ wordless: true })
            if (opened !== null) onOpen(opened)
          }}
        >
          {tl('open')}
        </button>
      </div>
    </form>
  )
}

function Field({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={`${LABEL} text-s!`}>
        {label}
      </label>
      {children}
    </div>
  )
}
