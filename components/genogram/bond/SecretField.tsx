'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useReservedDoc, useReservedParts, useSession } from '@/components/board/session'
import { type SensitiveMark, WhoMaySee } from '@/components/reserved/WhoMaySee'
import { PickField } from '@/components/ui/PickField'
import { setRelation } from '@/lib/case/commands/relations'
import { setReservedMarks } from '@/lib/case/reserved/commands'
import { partKey } from '@/lib/case/reserved/withReserved'
import type { CaseRelation } from '@/lib/case/schema'

/**
 * Whether there is a secret around a line. It is said where it was said before; of a new one its author is asked who
 * may see it, but for a line that is reserved as a whole.
 */
export function SecretField({ bond: { id, secret } }: { bond: CaseRelation }) {
  const t = useTranslations('genogram')
  const { doc, actor, feed } = useSession()
  const parts = useReservedParts()
  const reserved = useReservedDoc()
  const [asked, setAsked] = useState<SensitiveMark | null>(null)
  const set = (value: boolean) => {
    const key = partKey('relations', id)
    if (reserved && parts.fields.get(key)?.includes('secret')) {
      setReservedMarks(reserved, actor(), { relation: id, marks: { secret: value || undefined } })
      return feed.flush()
    }
    const openly = () => {
      setRelation(doc, actor(), { id, secret: value })
      feed.flush()
    }
    if (!value || parts.records.has(key)) return openly()
    setAsked({ openly, reserved: { kind: 'bondMarks', relation: id, marks: { secret: true } } })
  }
  return (
    <>
      <WhoMaySee mark={asked} onDone={() => setAsked(null)} />
      <PickField
        label={t('bond.secret')}
        options={[
          { value: 'no', label: t('family.no') },
          { value: 'yes', label: t('family.yes') },
        ]}
        value={secret ? 'yes' : 'no'}
        onChange={(value) => set(value === 'yes')}
      />
    </>
  )
}
