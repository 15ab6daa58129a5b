'use client'
import { useTranslations } from 'use-intl'
import { today } from '@/components/board/session'
import type { CaseEvent } from '@/lib/case/schema'
import { boundsOf } from '@/lib/dates/bounds'
import type { CardContent } from '@/lib/timeline/types'

/** When a moment was, and how sure that is, in words: "±" and "?" are not for everybody. */
export function useWhenWords(): (event: CaseEvent, said: CardContent) => string {
  const t = useTranslations('timeline')
  return ({ date }, { dateText }) => {
    const sureness = surenessOf(date)
    return sureness ? `${dateText}, ${t(`sureness.${sureness}`)}` : dateText
  }
}

function surenessOf(date: string | null): 'approximate' | 'uncertain' | 'both' | null {
  const bounds = date === null ? null : boundsOf(date, today())
  if (!bounds || !(bounds.approximate || bounds.uncertain)) return null
  return bounds.approximate && bounds.uncertain ? 'both' : bounds.approximate ? 'approximate' : 'uncertain'
}
