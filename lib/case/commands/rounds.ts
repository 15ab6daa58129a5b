import type * as Y from 'yjs'
import type { CaseRound } from '../schema'
import { MOST_PLACED } from '../schemaRounds'
import { type Actor, create, live } from './run'

/**
 * Starts a round in which everybody places these people and organisations for themselves. Its id, which is the step of
 * the private entries too; null when nobody is to be placed, or there are more of them than fit in an answer.
 */
export function startRound(
  doc: Y.Doc,
  actor: Actor,
  { form, question, subjects }: Pick<CaseRound, 'form' | 'question'> & { subjects: readonly string[] },
): string | null {
  const here = [...new Set(subjects)].filter(
    (id) => live(doc, 'people', id) !== null || live(doc, 'organisations', id) !== null,
  )
  if (here.length === 0 || here.length > MOST_PLACED) return null
  return create(doc, actor, 'startRound', 'rounds', { form, question: question.trim(), subjects: here })
}
