import { TOLD } from '../caseFile'
import type { NewEvent } from '@/lib/case/commands/events'
import type { EntryDraft } from './types'

/** Who tells what is being written down; null when nobody said. */
export interface Teller {
  /** A person of the case. */
  person: string
  name: string
}

/** What is made of a draft. What kind of thing it is, is said by who tells it. */
export function eventOf(draft: EntryDraft, teller: Teller | null): NewEvent {
  const { nature, ...fields } = draft
  return {
    ...fields,
    toldBy: teller ? { person: teller.person, principal: null, name: teller.name } : null,
    ...(nature ? { take: { author: TOLD, fields: { nature, name: teller?.name ?? '' } } } : {}),
  }
}
