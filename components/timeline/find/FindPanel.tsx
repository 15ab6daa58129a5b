'use client'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { BUTTON, FIELD, LABEL, QUIET } from '@/components/ui/classes'
import { useFocusBack } from '@/components/ui/usePanel'
import { Circle, EventKind } from '@/lib/case/schema'
import { Nature } from '@/lib/case/schemaParts'
import { CERTAINTIES, NO_FILTER } from '@/lib/timeline/find/filter'
import type { EventFilter } from '@/lib/timeline/find/filter'
import { useWork } from '../work/work'
import { Count, Member, Toggle } from './parts'
import { Threads } from './Threads'

/** Words and marks to look for; what is found stands out on the line, or stands there alone. */
export function FindPanel() {
  const t = useTranslations('work.find')
  const tt = useTranslations('timeline')
  const work = useWork()
  const caseData = useCase()
  const field = useRef<HTMLInputElement>(null)
  useFocusBack()
  useEffect(() => field.current?.focus(), [])
  const { filter, setFilter, mode } = work
  const set = (change: Partial<EventFilter>) => {
    setFilter({ ...filter, ...change })
    work.setAt(null)
  }
  const step = useStep()
  return (
    <section
      aria-label={t('label')}
      data-escape
      className="pointer-events-auto flex max-h-full w-80 max-w-full flex-col overflow-y-auto rounded-card border border-line bg-surface p-3 shadow-card"
      onKeyDown={(key) => {
        if (key.key !== 'Escape') return
        key.stopPropagation()
        work.setTool(null)
      }}
    >
      <div className="flex items-center gap-1">
        <input
          ref={field}
          type="search"
          aria-label={t('text')}
          placeholder={t('placeholder')}
          value={filter.text}
          maxLength={200}
          className={FIELD}
          onChange={({ target }) => set({ text: target.value })}
          onKeyDown={(key) => {
            if (key.key !== 'Enter' || key.nativeEvent.isComposing) return
            key.preventDefault()
            step(key.shiftKey ? -1 : 1)
          }}
        />
        <button type="button" aria-label={t('close')} className={QUIET} onClick={() => work.setTool(null)}>
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      <div className="mt-2 flex items-center gap-1">
        <p role="status" className="flex-1 text-s text-ink-soft">
          <Count />
        </p>
        <button type="button" aria-label={t('previous')} className={QUIET} onClick={() => step(-1)}>
          <ChevronUp size={18} aria-hidden="true" />
        </button>
        <button type="button" aria-label={t('next')} className={QUIET} onClick={() => step(1)}>
          <ChevronDown size={18} aria-hidden="true" />
        </button>
      </div>
      <div role="group" aria-label={t('mode.label')} className="mt-2 flex flex-wrap gap-1.5">
        {(['light', 'hide'] as const).map((name) => (
          <Toggle key={name} on={mode === name} onClick={() => work.setMode(name)}>
            {t(`mode.${name}`)}
          </Toggle>
        ))}
      </div>
      <Group label={t('who')} empty={caseData.people.length + caseData.organisations.length === 0}>
        {[...caseData.people, ...caseData.organisations].map(({ id, name }) => (
          <Member key={id} list="who" value={id} label={name} />
        ))}
      </Group>
      <Group label={t('kind')}>
        {EventKind.options.map((kind) => (
          <Member key={kind} list="kinds" value={kind} label={tt(`kind.${kind}`)} />
        ))}
      </Group>
      <Group label={t('source')}>
        {([...Circle.options, 'none'] as const).map((source) => (
          <Member key={source} list="sources" value={source} label={tt(`source.${source}`)} />
        ))}
      </Group>
      <Group label={t('nature')}>
        {Nature.options.map((nature) => (
          <Member key={nature} list="natures" value={nature} label={tt(`takes.natures.${nature}`)} />
        ))}
      </Group>
      <Group label={t('certainty')}>
        {CERTAINTIES.map((certainty) => (
          <Member key={certainty} list="certainties" value={certainty} label={t(`sure.${certainty}`)} />
        ))}
      </Group>
      <Group label={t('more')}>
        <Toggle on={filter.crucial} onClick={() => set({ crucial: !filter.crucial })}>
          {t('crucial')}
        </Toggle>
        <Toggle on={filter.picture} onClick={() => set({ picture: !filter.picture })}>
          {t('picture')}
        </Toggle>
      </Group>
      <Threads />
      <button type="button" className={`mt-3 ${BUTTON}`} onClick={() => setFilter(NO_FILTER)}>
        {t('clear')}
      </button>
    </section>
  )
}

function Group({ label, empty = false, children }: { label: string; empty?: boolean; children: ReactNode }) {
  if (empty) return null
  return (
    <div role="group" aria-label={label} className="mt-3">
      <p className={LABEL} aria-hidden="true">
        {label}
      </p>
      <div className="mt-1 flex flex-wrap gap-1.5">{children}</div>
    </div>
  )
}

/** Goes to the next or previous of what was found, around the end. */
function useStep(): (direction: 1 | -1) => void {
  const { found, at, setAt, bringIntoView } = useWork()
  return (direction) => {
    if (!found || found.length === 0) return
    const now = at === null ? -1 : found.indexOf(at)
    const next = now < 0 ? (direction === 1 ? 0 : found.length - 1) : now + direction
    const id = found[(next + found.length) % found.length]
    if (id === undefined) return
    setAt(id)
    bringIntoView(id, false)
  }
}
