'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useCase, useSession } from '@/components/board/session'
import { BUTTON } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { restoreRecord } from '@/lib/case/commands/bin'
import { binnedRecords } from '@/lib/case/queries'
import type { BinnedRecord } from '@/lib/case/queries'
import { when } from '@/lib/i18n/when'
import { focusSoon, usePeople } from './place'

/** What people can put away here; other records come into the bin with their own views. */
const KINDS = ['events', 'people', 'organisations'] as const
type Kind = (typeof KINDS)[number]
type Binned = BinnedRecord & { kind: Kind }

const isListed = (record: BinnedRecord): record is Binned => KINDS.some((kind) => kind === record.kind)

/** What was put away, by whom and when; everything goes back as it was. */
export function Bin() {
  const t = useTranslations('people.bin')
  const { doc } = useSession()
  // Reads again whenever the case changes.
  useCase()
  const records = binnedRecords(doc).filter(isListed)
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
  const { go, openEvent } = usePeople()
  const toast = useToast()
  const said = useWhoAndWhen(record)
  const { kind, id } = record
  const name = record.label || (kind === 'events' ? tt('untitled') : t('noName'))
  const restore = () => {
    restoreRecord(doc, actor(), { kind, id })
    feed.flush()
    focusSoon('.rt-panel h2')
    toast(t('bin.restored', { name }), {
      label: t('bin.show'),
      run: () => (kind === 'events' ? openEvent(id) : go({ kind, id })),
    })
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

/** "persoon, weggelegd door Bo, vandaag om 14:02". */
function useWhoAndWhen({ kind, by, at }: Binned): string {
  const t = useTranslations('people.bin')
  const tc = useTranslations('common')
  const { me, locale } = useSession()
  const nameOf = useNameOf()
  const [opened] = useState(() => Date.now())
  const who = by === me.id ? t('you') : (nameOf(by) ?? t('someone'))
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const said = when(at, opened, locale, timeZone)
  const then = said.day === 'other' ? said.text : tc(said.day, { time: said.time })
  return t('by', { kind: t(`kind.${kind}`), who, when: then })
}
