'use client'
import { useState } from 'react'
import type * as Y from 'yjs'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useCase, useSession } from '@/components/board/session'
import { useBondSentence } from '@/components/genogram/bond/useBondWords'
import { useCaseNames } from '@/components/genogram/useCaseNames'
import { useGenogramView } from '@/components/genogram/view'
import { useLit } from '@/components/looking/lit'
import { BUTTON } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { restoreRecord } from '@/lib/case/commands/bin'
import { readRecord, recordOf } from '@/lib/case/doc'
import { binnedRecords } from '@/lib/case/queries'
import type { BinnedRecord } from '@/lib/case/queries'
import type { CaseRelation } from '@/lib/case/schema'
import { when } from '@/lib/i18n/when'
import { focusSoon, usePeople } from './place'

/** What people can put away here; other records come into the bin with their own views. */
const KINDS = ['events', 'people', 'organisations', 'relations', 'threads', 'notes'] as const
type Kind = (typeof KINDS)[number]
type Binned = BinnedRecord & { kind: Kind }

const isListed = (record: BinnedRecord): record is Binned => KINDS.some((kind) => kind === record.kind)

/** What was put away, by whom and when; everything goes back as it was. */
export function Bin() {
  const t = useTranslations('people.bin')
  const { doc } = useSession()
  // Reads again whenever the case changes.
  useCase()
  // A line that became one with another stands there still.
  const records = binnedRecords(doc)
    .filter(isListed)
    .filter(({ kind, id }) => kind !== 'relations' || mergedInto(doc, kind, id) === null)
  return (
    <div className="flex flex-col gap-3 p-4 pt-3">
      <p className="text-m text-ink-soft">{records.length > 0 ? t('text') : t('empty')}</p>
      <ul className="flex flex-col gap-2">
        {records.map((record) => (
          <BinnedRow key={`${record.kind}-${record.id}`} record={record} />
        ))}
      </ul>
    </div>
  )
}

function BinnedRow({ record }: { record: Binned }) {
  const t = useTranslations('people')
  const tt = useTranslations('timeline')
  const { doc, actor, canWrite, feed } = useSession()
  const show = useShow()
  const toast = useToast()
  const said = useWhoAndWhen(record)
  const sentenceOf = useBondSentence()
  const { kind, id } = record
  const line = kind === 'relations' ? lineIn(doc, id) : null
  const name = line ? sentenceOf(line) : record.label || (kind === 'events' ? tt('untitled') : t('noName'))
  const restore = () => {
    restoreRecord(doc, actor(), { kind, id })
    feed.flush()
    focusSoon('.rt-panel h2')
    toast(t('bin.restored', { name }), { label: t('bin.show'), run: () => show(kind, id) })
  }
  return (
    <li className="flex items-center gap-3 rounded-lg border border-line px-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="line-clamp-2 text-m font-bold [overflow-wrap:anywhere]">{name}</p>
        <p className="text-s text-ink-soft">{said}</p>
        {record.quarantined !== null && <p className="text-s">{t('bin.broken')}</p>}
      </div>
      {canWrite && record.quarantined === null && (
        <button type="button" aria-label={t('bin.restoreOf', { name })} className={BUTTON} onClick={restore}>
          {t('bin.restore')}
        </button>
      )}
    </li>
  )
}

/** What it became one with; null for nothing. */
function mergedInto(doc: Y.Doc, kind: Kind, id: string): string | null {
  const into = recordOf(doc, kind, id)?.get('mergedInto')
  return typeof into === 'string' ? into : null
}

/** A line between two, also from the bin; null when it does not fit. */
function lineIn(doc: Y.Doc, id: string): CaseRelation | null {
  const shared = recordOf(doc, 'relations', id)
  return shared && readRecord('relations', shared)
}

/** Opens what was put back. */
function useShow(): (kind: Kind, id: string) => void {
  const { go, openEvent } = usePeople()
  const { setBond } = useGenogramView()
  const { openThread } = useLit()
  return (kind, id) => {
    if (kind === 'events') openEvent(id)
    else if (kind === 'relations') setBond(id)
    else if (kind === 'threads') openThread(id)
    else if (kind === 'notes') go({ kind: 'look' })
    else go({ kind, id })
  }
}

/** "persoon, weggelegd door Bo, vandaag om 14:02". */
function useWhoAndWhen({ kind, id, by, at }: Binned): string {
  const t = useTranslations('people.bin')
  const tc = useTranslations('common')
  const { doc, me, locale } = useSession()
  const nameOf = useNameOf()
  const caseName = useCaseNames()
  const [opened] = useState(() => Date.now())
  const who = by === me.id ? t('you') : (nameOf(by) ?? t('someone'))
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const said = when(at, opened, locale, timeZone)
  const then = said.day === 'other' ? said.text : tc(said.day, { time: said.time })
  const into = mergedInto(doc, kind, id)
  const merged = into === null ? '' : t('mergedInto', { name: caseName(into) })
  return [t('by', { kind: t(`kind.${kind}`), who, when: then }), merged].filter(Boolean).join(' · ')
}
