'use client'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useSession } from '@/components/board/session'
import type { CaseEvent } from '@/lib/case/schema'
import { sayDay } from '@/lib/i18n/when'

/** Who put the moment on the line, and when. */
export function AddedBy({ event: { createdBy, createdAt } }: { event: CaseEvent }) {
  const t = useTranslations('event.added')
  const { me, locale } = useSession()
  const nameOf = useNameOf()
  if (createdAt === 0) return null
  const when = sayDay(createdAt, locale, { year: true })
  const who = createdBy === me.id ? t('you') : nameOf(createdBy)
  return (
    <p className="text-s text-ink-soft">{who === null ? t('byNobody', { when }) : t('by', { who, when })}</p>
  )
}
