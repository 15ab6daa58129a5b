'use client'
import { Star } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { sayDate } from '@/lib/dates/say'
import { sayAnchored } from '@/lib/dates/say-anchored'
import type { EntryLine } from '@/lib/exchange/entry/types'
import { KindIcon } from '../EventCard'
import { useLanes } from '../useTimeline'

interface Props {
  line: EntryLine
  picked: number | null
  onPick: (index: number) => void
}

const CHIP = 'inline-flex min-h-7 items-center gap-1 rounded-full bg-unknown-soft px-2.5 text-s text-ink'

/** What will be made of a line, before it is made. */
export function LinePreview({ line, picked, onPick }: Props) {
  const t = useTranslations('work.entry')
  const tt = useTranslations('timeline')
  const lanes = useLanes()
  const { people, organisations } = useCase()
  const { draft } = line
  const who = [...draft.people, ...draft.organisations]
    .map((id) => [...people, ...organisations].find((one) => one.id === id)?.name ?? '')
    .concat(draft.names)
  return (
    <div className="flex flex-col gap-1.5">
      <p className="truncate text-m font-bold">{draft.title || t('needsWords')}</p>
      {draft.description && <p className="truncate text-s text-ink-soft">{draft.description}</p>}
      <p className="flex flex-wrap items-center gap-1.5">
        <SaidDate line={line} picked={picked} onPick={onPick} />
        <span className={CHIP}>
          <KindIcon kind={draft.kind} />
          {tt(`kind.${draft.kind}`)}
        </span>
        <span className={CHIP}>{lanes.find(({ id }) => id === draft.side)?.name}</span>
        {draft.source && (
          <span className={CHIP}>{t('source', { source: tt(`source.${draft.source}`) })}</span>
        )}
        {draft.nature && <span className={CHIP}>{tt(`takes.natures.${draft.nature}`)}</span>}
        {who.length > 0 && <span className={CHIP}>{who.join(', ')}</span>}
        {draft.crucial && (
          <span className={CHIP}>
            <Star size={13} fill="currentColor" aria-hidden="true" />
            {t('crucial')}
          </span>
        )}
      </p>
    </div>
  )
}

function SaidDate({ line: { date, draft }, picked, onPick }: Props) {
  const t = useTranslations('work.entry')
  const { locale } = useSession()
  switch (date.state) {
    case 'none':
      return <span className={CHIP}>{t('noDate')}</span>
    case 'sure':
      return <span className={CHIP}>{t('read', { date: sayDate(date.edtf, locale) })}</span>
    case 'hangs':
      return (
        <span className={CHIP}>
          {t('read', { date: sayAnchored({ ...draft, anchor: date.anchor }, locale) })}
        </span>
      )
    case 'words':
      return <span className={CHIP}>{t('keptWords', { words: draft.originalText })}</span>
    case 'pick':
      return (
        <span role="group" aria-label={t('pick')} className="inline-flex flex-wrap items-center gap-1.5">
          <span className="text-s font-bold">{t('pick')}</span>
          {date.edtfs.map((edtf, index) => (
            <button
              key={edtf}
              type="button"
              aria-pressed={picked === index}
              className={`min-h-10 rounded-full border px-3 text-s font-bold ${
                picked === index
                  ? 'border-accent bg-accent-soft text-accent-strong'
                  : 'border-edge bg-surface'
              }`}
              onClick={() => onPick(index)}
            >
              {index + 1}. {sayDate(edtf, locale)}
            </button>
          ))}
        </span>
      )
  }
}
