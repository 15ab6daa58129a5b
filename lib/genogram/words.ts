import type { Messages } from '@/lib/i18n/messages'
import type { GenoRelation } from './types'
import { relationTypeOf } from './lines/relationForms'
import { EVERYDAY_RELATIONS } from './vocabulary'

/** Words and letters in a drawing, in one language: the texts of the namespace `genogram`. */
export type GenogramWords = Pick<
  Messages['genogram'],
  'phase' | 'moreChildren' | 'parentage' | 'relation' | 'kind' | 'gender' | 'mark' | 'support' | 'legend'
>

const EVERYDAY: ReadonlySet<string> = new Set(EVERYDAY_RELATIONS)

/**
 * What stands beside a relation line: its name when it is not one of the everyday ones, that it is over, and who says
 * so. "" when there is nothing to say. `accordingTo` is already a whole phrase ("volgens Sanne").
 */
export function relationWords(
  { type, ended, accordingTo }: Pick<GenoRelation, 'type' | 'ended' | 'accordingTo'>,
  words: GenogramWords,
): string {
  const known = relationTypeOf(type)
  const name = EVERYDAY.has(known) ? '' : words.relation[known]
  return [name, ended ? words.legend.over : '', accordingTo].filter((word) => word !== '').join(' · ')
}

/** A letter by its key, or "". */
export function letterOf(letters: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(letters, key) ? (letters[key] ?? '') : ''
}
