'use client'
import { Merge } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useReservedParts, useSession } from '@/components/board/session'
import { QUIET } from '@/components/ui/classes'
import { partKey } from '@/lib/case/reserved/withReserved'
import type { MergeableMap } from '@/lib/case/mergePlan'
import { MergeDialog } from './MergeDialog'

/** For who stands in the story twice; nothing for who is reserved, whom not everybody may know of. */
export function MergeButton({ kind, id }: { kind: MergeableMap; id: string }) {
  const t = useTranslations('people.merge')
  const { canWrite } = useSession()
  const all = useCase()
  const { records } = useReservedParts()
  const [open, setOpen] = useState(false)
  const isOpenly = (one: { id: string }) => !records.has(partKey(kind, one.id))
  const others = all[kind].filter((one) => one.id !== id && isOpenly(one))
  if (!canWrite || others.length === 0 || !isOpenly({ id })) return null
  return (
    <div className="-mb-4">
      <button type="button" data-row="merge" className={`-ml-3 ${QUIET}`} onClick={() => setOpen(true)}>
        <Merge size={16} aria-hidden="true" />
        {t('open')}
      </button>
      {open && <MergeDialog kind={kind} id={id} others={others} onDone={() => setOpen(false)} />}
    </div>
  )
}
