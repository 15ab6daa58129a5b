import { type FreshDate, NO_DATE } from '@/components/timeline/FreshDateField'
import type { Somebody } from '@/lib/case/commands/kin'
import type { CasePerson } from '@/lib/case/schema'

/** Somebody who is being named in a form: new, or in the case already. */
export interface Draft {
  from: 'new' | 'known'
  name: string
  gender: CasePerson['gender']
  birth: FreshDate
  /** Id of who is meant; "" until somebody is picked. */
  known: string
}

export const NOBODY: Draft = { from: 'new', name: '', gender: 'unknown', birth: NO_DATE, known: '' }

/** Whom a draft means, for a command; null while there is no name and nobody is picked. */
export function somebodyOf({ from, name, gender, birth, known }: Draft): Somebody | null {
  if (from === 'known') return known === '' ? null : { id: known }
  if (name.trim() === '') return null
  return {
    new: { name, gender, birth: { date: birth.date, originalText: birth.originalText.trim() } },
  }
}
