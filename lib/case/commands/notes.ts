import type * as Y from 'yjs'
import type { CaseNote } from '../schema'
import { type Actor, create } from './run'

/** What is written down, what of the case it is about (nothing for all of it), and whose words it is. */
export type NewNote = Pick<CaseNote, 'text' | 'question'> & {
  about: readonly string[]
  /** When these are not the words of who writes. */
  toldBy?: CaseNote['toldBy']
}

/** Adds what somebody sees, or what it does with them; its id. Null when nothing is said, or it does not fit. */
export function addNote(doc: Y.Doc, actor: Actor, input: NewNote): string | null {
  const { question, toldBy = null } = input
  const text = input.text.trim()
  if (text === '') return null
  const scribed = toldBy === null ? null : { by: actor.principal, at: actor.now }
  const about = [...new Set(input.about)].sort()
  return create(doc, actor, 'addNote', 'notes', { text, question, about, toldBy, scribed })
}
