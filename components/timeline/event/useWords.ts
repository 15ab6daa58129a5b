'use client'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useCase, useSession } from '@/components/board/session'
import { noteScribed } from '@/lib/case/commands/words'
import { takeText, textOf } from '@/lib/case/doc'
import type { CaseEvent } from '@/lib/case/schema'
import { mayChangeEvent } from '@/lib/case/words'
import type { MayChange, Writer } from '@/lib/case/words'

/** Who is at this keyboard, for the rules of whose words they are. */
export function useWriter(): Writer {
  const { me, guides } = useSession()
  // Later the scribe of a meeting as well.
  return { id: me.id, mayScribe: guides }
}

/** What whoever tells this moment is called; "" for the words of the table. */
export function useTeller(): (toldBy: CaseEvent['toldBy']) => string {
  const t = useTranslations('event')
  const { people } = useCase()
  const nameOf = useNameOf()
  return (toldBy) => {
    if (!toldBy) return ''
    const person = people.find(({ id }) => id === toldBy.person)?.name
    const principal = toldBy.principal === null ? null : nameOf(toldBy.principal)
    const unknown = toldBy.person !== null || toldBy.principal !== null ? t('words.someoneElse') : ''
    return person?.trim() || principal || toldBy.name.trim() || unknown
  }
}

/** Title and description of a moment: whose they are, and whether they can be written in here now. */
export interface Words {
  may: MayChange
  /** Whose words; "" for those of the table. */
  teller: string
  /** May be written in: they are one's own, or whose they are said yes in this panel. */
  open: boolean
  /** Written for somebody else. */
  scribing: boolean
  /** "Iris zegt ja: pas aan", until the panel goes to another moment. */
  grant: () => void
}

/** Give the component that calls this the moment's id as its key: a yes is for one moment. */
export function useWords(event: CaseEvent): Words {
  const { canWrite } = useSession()
  const { people } = useCase()
  const writer = useWriter()
  const tellerOf = useTeller()
  const [granted, setGranted] = useState(false)
  const may = mayChangeEvent(event, writer, people)
  const scribing = may !== 'own' && granted
  useNoteScribed(event.id, scribing)
  return {
    may,
    teller: tellerOf(event.toldBy),
    open: canWrite && (may === 'own' || scribing),
    scribing,
    grant: () => setGranted(true),
  }
}

/**
 * What is typed here in somebody else's words is kept as written down by who types it: in title and description, or
 * in the reaction under the key `take`.
 */
export function useNoteScribed(id: string, scribing: boolean, take?: string): void {
  const { doc, actor, typing } = useSession()
  useEffect(() => {
    if (!scribing) return
    let noted = false
    const texts =
      take === undefined
        ? [textOf(doc, 'events', id, 'title'), textOf(doc, 'events', id, 'description')]
        : [takeText(doc, id, take), takeText(doc, id, take, 'now')]
    const onType = (_: unknown, { origin }: { origin: unknown }) => {
      if (origin !== typing || noted) return
      noted = true
      noteScribed(doc, actor(), { id, ...(take !== undefined && { take }) })
    }
    for (const text of texts) text?.observe(onType)
    return () => {
      for (const text of texts) text?.unobserve(onType)
    }
  }, [doc, actor, typing, id, scribing, take])
}
