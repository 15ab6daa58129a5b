'use client'
import { useMemo } from 'react'
import { today, useCase, useSession } from '@/components/board/session'
import { wordsAbout } from '@/lib/case/anchors'
import type { EntryContext } from '@/lib/exchange/entry/types'
import { useLanes } from '../useTimeline'

/** What reading a line needs of the board; `side` is the side of a line that names none. */
export function useEntryContext(side: string): EntryContext {
  const caseData = useCase()
  const lanes = useLanes()
  const { locale } = useSession()
  return useMemo(() => {
    const fallback = lanes.find(({ place }) => place === 'below') ?? lanes[0]
    const { people, organisations } = caseData
    return {
      locale,
      today: today(),
      ...wordsAbout(caseData),
      names: [
        ...people.map(({ id, name }) => ({ kind: 'people' as const, id, name })),
        ...organisations.map(({ id, name }) => ({ kind: 'organisations' as const, id, name })),
      ],
      lanes,
      side: lanes.some(({ id }) => id === side) ? side : (fallback?.id ?? 'family'),
    }
  }, [caseData, lanes, locale, side])
}
