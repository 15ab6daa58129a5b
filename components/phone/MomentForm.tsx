'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { DateReading } from '@/components/timeline/DateReading'
import { KindIcon } from '@/components/timeline/EventCard'
import type { NamedLane } from '@/components/timeline/useTimeline'
import { Choice } from '@/components/ui/Choice'
import { BUTTON, FIELD, LABEL, PRIMARY } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { Circle } from '@/lib/case/schema'
import { useMomentDraft } from './useMomentDraft'

const KINDS = ['decision', 'contact', 'family', 'need', 'experience', 'roundabout', 'gap', 'dream'] as const

/** A new moment in a few words: what, when as far as is known, what it is, whose side, who told it and who was there. */
export function MomentForm({ lanes, onDone }: { lanes: readonly NamedLane[]; onDone: () => void }) {
  const t = useTranslations('timeline')
  const tp = useTranslations('phone')
  const toast = useToast()
  const ids = { what: useId(), when: useId(), who: useId(), text: useId() }
  const { draft, kind, reading, set, save, clear } = useMomentDraft(lanes)
  const [wanting, setWanting] = useState(false)
  const what = useRef<HTMLTextAreaElement>(null)
  useEffect(() => what.current?.focus(), [])

  const add = () => {
    if (save() === null) {
      setWanting(true)
      what.current?.focus()
      return
    }
    toast(t('list.added'))
    onDone()
  }

  return (
    <form
      aria-label={tp('form')}
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4 shadow-card max-[380px]:p-3"
      onSubmit={(event) => {
        event.preventDefault()
        add()
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
          value={draft.title}
          aria-invalid={wanting && !draft.title.trim()}
          aria-describedby={wanting ? `${ids.what}-want` : undefined}
          onChange={({ target }) => set({ title: target.value })}
        />
        {wanting && !draft.title.trim() && (
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
          value={draft.when}
          autoComplete="off"
          aria-describedby={`${ids.when}-read`}
          onChange={({ target }) => set({ when: target.value, chosen: null })}
        />
        <div id={`${ids.when}-read`} role="status" className="mt-1 min-h-6 text-s text-ink-soft">
          {draft.when && (
            <DateReading
              words={draft.when}
              reading={reading}
              chosen={draft.chosen}
              onChoose={(chosen) => set({ chosen })}
            />
          )}
        </div>
      </div>
      <Choice
        label={t('side.label')}
        options={lanes.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.side}
        onChange={(side) => set({ side })}
      />
      <Choice
        label={t('kind.label')}
        options={KINDS.map((value) => ({
          value,
          label: t(`kind.${value}`),
          icon: <KindIcon kind={value} />,
        }))}
        value={kind}
        onChange={(next) => set({ kind: next })}
      />
      <Choice
        label={t('source.label')}
        options={[
          { value: 'none' as const, label: t('source.none') },
          ...Circle.options.map((value) => ({ value, label: t(`source.${value}`) })),
        ]}
        value={draft.source ?? 'none'}
        onChange={(source) => set({ source: source === 'none' ? null : source })}
      />
      <div>
        <label htmlFor={ids.who} className={LABEL}>
          {t('who.label')}
        </label>
        <input
          id={ids.who}
          className={`mt-1 min-h-10 ${FIELD}`}
          placeholder={tp('whoPlaceholder')}
          maxLength={1_000}
          value={draft.who}
          autoComplete="off"
          onChange={({ target }) => set({ who: target.value })}
        />
      </div>
      <div>
        <label htmlFor={ids.text} className={LABEL}>
          {t('panel.description')}
        </label>
        <textarea
          id={ids.text}
          className={`mt-1 min-h-16 ${FIELD}`}
          placeholder={t('panel.descriptionPlaceholder')}
          maxLength={20_000}
          value={draft.text}
          onChange={({ target }) => set({ text: target.value })}
        />
      </div>
      {/* Within reach of the thumb however long the form is, and above the keyboard. */}
      <div className="sticky bottom-0 -mx-4 -mb-4 grid grid-cols-2 gap-2 rounded-b-card border-t border-line bg-surface p-3 max-[380px]:-mx-3 max-[380px]:-mb-3">
        <button
          type="button"
          className={BUTTON}
          onClick={() => {
            clear()
            onDone()
          }}
        >
          {t('list.cancel')}
        </button>
        <button type="submit" className={PRIMARY}>
          {t('list.save')}
        </button>
      </div>
    </form>
  )
}
