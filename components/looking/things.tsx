'use client'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { BondSign } from '@/components/genogram/bond/BondSign'
import { useBondSentence } from '@/components/genogram/bond/useBondWords'
import { useCaseNames } from '@/components/genogram/useCaseNames'
import { useGenogramView } from '@/components/genogram/view'
import { CircleMark } from '@/components/people/CircleMark'
import { usePeople } from '@/components/people/place'
import { KindIcon } from '@/components/timeline/EventCard'
import { Beads, useLit } from './lit'

/** Something of the case that can be talked about. */
export interface Thing {
  id: string
  /** What kind of thing it is, in words. */
  kind: string
  name: string
  mark: ReactNode
  open: () => void
}

/** What an id stands for, with the way to it; null for what is not (any longer) in the case. */
export function useThings(): (id: string) => Thing | null {
  const t = useTranslations('looking.kind')
  const tt = useTranslations('timeline')
  const tl = useTranslations('looking.thread')
  const all = useCase()
  const { go, openEvent } = usePeople()
  const { setBond } = useGenogramView()
  const { openThread } = useLit()
  const nameOf = useCaseNames()
  const sentenceOf = useBondSentence()
  const subject = (id: string): Omit<Thing, 'id' | 'kind'> | null => {
    for (const kind of ['people', 'organisations'] as const) {
      const one = all[kind].find((record) => record.id === id)
      if (!one) continue
      const mark = <CircleMark circle={one.circle} organisation={kind === 'organisations'} />
      return { name: nameOf(id), mark, open: () => go({ kind, id }) }
    }
    return null
  }
  return (id) => {
    const event = all.events.find((one) => one.id === id)
    if (event) {
      const [name, mark] = [event.title || tt('untitled'), <KindIcon key="mark" kind={event.kind} />]
      return { id, kind: t('events'), name, mark, open: () => openEvent(id) }
    }
    const bond = all.relations.find((one) => one.id === id)
    if (bond) {
      const [name, mark] = [sentenceOf(bond), <BondSign key="mark" type={bond.type} />]
      return { id, kind: t('relations'), name, mark, open: () => setBond(id) }
    }
    const stake = all.stakes.find((one) => one.id === id)
    const placed = stake ? subject(stake.subject) : null
    if (placed) return { id, kind: t('stakes'), ...placed }
    const thread = all.threads.find((one) => one.id === id)
    if (thread) {
      const [name, mark] = [thread.title || tl('untitled'), <Beads key="mark" />]
      return { id, kind: t('threads'), name, mark, open: () => openThread(id) }
    }
    const who = subject(id)
    if (!who) return null
    const isPerson = all.people.some((one) => one.id === id)
    return { id, kind: t(isPerson ? 'people' : 'organisations'), ...who }
  }
}
