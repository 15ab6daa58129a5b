'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { BUTTON } from '@/components/ui/classes'
import { AddKin, type KinKind } from '../make/AddKin'

const ALL: readonly KinKind[] = ['partner', 'child', 'parents', 'sibling', 'network']

/** Who can be added to somebody, each by a button. */
export function AddButtons({
  of,
  kinds = ALL,
  labels = {},
}: {
  of: string
  kinds?: readonly KinKind[]
  /** Other words on a button. */
  labels?: Partial<Record<KinKind, string>>
}) {
  const t = useTranslations('genogram.family')
  const { canWrite } = useSession()
  const [as, setAs] = useState<KinKind | null>(null)
  if (!canWrite) return null
  return (
    <div role="group" aria-label={t('addLabel')} className="flex flex-wrap gap-2">
      {kinds.map((kind) => (
        <button key={kind} type="button" className={`px-3! ${BUTTON}`} onClick={() => setAs(kind)}>
          <Plus size={16} aria-hidden="true" />
          {labels[kind] ?? t(`addAs.${kind}`)}
        </button>
      ))}
      {as && <AddKin of={of} as={as} onDone={() => setAs(null)} />}
    </div>
  )
}
