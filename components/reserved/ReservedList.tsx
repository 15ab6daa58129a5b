'use client'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useCase, useReservedDoc, useReservedParts } from '@/components/board/session'
import { readCase } from '@/lib/case/doc'
import type { Case } from '@/lib/case/schema'
import type { ReservableMap } from '@/lib/case/reserved/withReserved'
import { MoveRecord } from './MoveRecord'

interface Item {
  key: string
  kind: 'events' | 'relations' | 'notes' | 'overlays' | 'other'
  label: string
  createdBy: string
  /** What can be made visible to all; marks are taken away where they are made. */
  move: { kind: ReservableMap; id: string } | null
}

/** For who is admitted: all that is reserved, by whom, and the way to everybody. */
export function ReservedList() {
  const t = useTranslations('reserved.list')
  const nameOf = useNameOf()
  const tr = useTranslations('reserved')
  const items = useItems()
  return (
    <section className="grid gap-1">
      <h3>{t('title')}</h3>
      {items.length === 0 && <p className="text-ink-soft">{t('empty')}</p>}
      <ul className="divide-y divide-line">
        {items.map(({ key, kind, label, createdBy, move }) => (
          <li key={key} className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
            <span className="min-w-0 flex-1">
              <span className="line-clamp-3 font-semibold [overflow-wrap:anywhere]">
                {label || t('untitled')}
              </span>
              <span className="block text-s text-ink-soft">
                {t(`kind.${kind}`)} · {t('by', { name: nameOf(createdBy) ?? tr('someone') })}
              </span>
            </span>
            {move && <MoveRecord {...move} name={label || t('untitled')} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Views of these stand on the board or will; what only serves another record is not listed. */
const LISTED = ['events', 'relations', 'notes'] as const

function useItems(): Item[] {
  const t = useTranslations('reserved.list')
  const all = useCase()
  const { records } = useReservedParts()
  const reserved = useReservedDoc()
  if (!reserved) return []
  const nameOf = (id: string) =>
    [...all.people, ...all.organisations].find((one) => one.id === id)?.name || t('unknown')
  const between = (from: string, to: string) => t('relation', { from: nameOf(from), to: nameOf(to) })
  /** Whom, or which line, a mark is about. */
  const markedOf = (ref: string) => {
    const relation = all.relations.find((one) => one.id === ref)
    return relation ? between(relation.from, relation.to) : t('marks', { name: nameOf(ref) })
  }
  const own = [...records].flatMap((key): Item[] => {
    const [kind = '', id = ''] = key.split('/')
    const listed = LISTED.find((one) => one === kind)
    if (kind === 'pins') return []
    const map = kind as ReservableMap
    const record = all[map].find((one) => one.id === id)
    if (!record) return []
    const label = labelOf(all, map, id, between)
    return [{ key, kind: listed ?? 'other', label, createdBy: record.createdBy, move: { kind: map, id } }]
  })
  const marks = readCase(reserved).overlays.map(({ id, ref, createdBy }) => ({
    key: `overlays/${id}`,
    kind: 'overlays' as const,
    label: markedOf(ref),
    createdBy,
    move: null,
  }))
  return [...own, ...marks]
}

function labelOf(
  all: Case,
  kind: ReservableMap,
  id: string,
  between: (from: string, to: string) => string,
): string {
  const relation = kind === 'relations' && all.relations.find((one) => one.id === id)
  if (relation) return [between(relation.from, relation.to), relation.note].filter(Boolean).join(': ')
  const record = all[kind].find((one) => one.id === id) as Record<string, unknown> | undefined
  const words = ['title', 'name', 'text'].map((field) => record?.[field])
  return words.find((word): word is string => typeof word === 'string' && word.trim() !== '') ?? ''
}
