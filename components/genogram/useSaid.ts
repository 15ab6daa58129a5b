'use client'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useMembers } from '@/components/board/names'
import { today, useReservedParts, useSession } from '@/components/board/session'
import { reservedIds } from '@/lib/case/reserved/withReserved'
import type { GenogramOptions } from '@/lib/genogram/fromCase'
import type { PhaseType } from '@/lib/genogram/vocabulary'
import { PHASE_TYPES } from '@/lib/genogram/vocabulary'

const PHASES: ReadonlySet<string> = new Set(PHASE_TYPES)

/** What people and the lines between them are called, on every canvas that draws them: language, day, names, what is reserved. */
export function useSaid(): Pick<GenogramOptions, 'today' | 'locale' | 'names' | 'reserved' | 'words'> {
  const { locale } = useSession()
  const names = useMembers()
  const t = useTranslations('genogram')
  const parts = useReservedParts()
  const day = today()
  return useMemo(() => {
    const phase = (type: string) => t(`phase.${PHASES.has(type) ? (type as PhaseType) : 'unknown'}`)
    return {
      today: day,
      locale,
      names,
      reserved: {
        people: new Set([...reservedIds(parts, 'people'), ...reservedIds(parts, 'organisations')]),
        relations: reservedIds(parts, 'relations'),
      },
      words: {
        phase,
        accordingTo: (name) => t('canvas.accordingTo', { name }),
        perhaps: (text) => t('canvas.perhaps', { text }),
      },
    }
  }, [t, parts, day, locale, names])
}
