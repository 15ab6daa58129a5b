'use client'
import { LockKeyhole } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useReservedParts } from '@/components/board/session'
import { partKey, type ReservableMap } from '@/lib/case/reserved/withReserved'

/** Says of a record that not everybody may see it, or some of it; nothing for all others. */
export function ReservedSign({ kind, id }: { kind: ReservableMap; id: string }) {
  const t = useTranslations('reserved')
  const { records, fields } = useReservedParts()
  const key = partKey(kind, id)
  if (!records.has(key) && !fields.has(key)) return null
  return (
    <p className="flex items-center gap-1.5 px-4 pt-2 text-s">
      <LockKeyhole size={16} className="shrink-0" aria-hidden />
      {t('signLong')}
    </p>
  )
}
