'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { NO_FILTER } from '@/lib/timeline/find/filter'
import { useWork } from '../work/work'
import { Count } from './parts'

/** What is looked for now, in words, with one click to see everything again. Nothing when nothing is. */
export function FilterChips() {
  const t = useTranslations('work.find')
  const { found, mode, setFilter, setAt } = useWork()
  const asked = useAsked()
  if (!found) return null
  return (
    <div className="pointer-events-auto flex max-w-full flex-wrap items-center gap-2 rounded-card border border-accent bg-accent-soft py-1 pr-1 pl-3 text-s text-ink shadow-card">
      <span>
        <strong>{t(`mode.${mode}`)}:</strong> {asked.join(', ')} (<Count />)
      </span>
      <button
        type="button"
        className="inline-flex min-h-10 items-center gap-1 rounded-lg px-2 font-bold text-accent-strong hover:bg-surface"
        onClick={() => {
          setFilter(NO_FILTER)
          setAt(null)
        }}
      >
        <X size={16} aria-hidden="true" />
        {t('clear')}
      </button>
    </div>
  )
}

function useAsked(): string[] {
  const t = useTranslations('work.find')
  const tt = useTranslations('timeline')
  const { filter } = useWork()
  const { people, organisations, threads } = useCase()
  const named = new Map([...people, ...organisations].map(({ id, name }) => [id, name]))
  const titles = new Map(threads.map(({ id, title }) => [id, title]))
  return [
    ...(filter.text.trim() === '' ? [] : [`“${filter.text.trim()}”`]),
    ...filter.who.map((id) => named.get(id) ?? ''),
    ...filter.kinds.map((kind) => tt(`kind.${kind}`)),
    ...filter.sources.map((source) => tt(`source.${source}`)),
    ...filter.natures.map((nature) => tt(`takes.natures.${nature}`)),
    ...filter.threads.map((id) => titles.get(id) ?? ''),
    ...filter.certainties.map((certainty) => t(`sure.${certainty}`)),
    ...(filter.crucial ? [t('crucial')] : []),
    ...(filter.picture ? [t('picture')] : []),
  ].filter(Boolean)
}
