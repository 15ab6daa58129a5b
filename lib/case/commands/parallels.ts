import type * as Y from 'yjs'
import type { CaseRecognition } from '../schema'
import { setAnswer } from './answers'
import { type Actor, command, create, live } from './run'
import { setTextAs } from './texts'

/**
 * "Lijkt dit op elkaar?": two relations, or groups of people, beside each other. Its id; null when a side is empty,
 * or something stands on both.
 */
export function addParallel(
  doc: Y.Doc,
  actor: Actor,
  input: { left: readonly string[]; right: readonly string[]; title?: string },
): string | null {
  const [left, right] = [sideOf(doc, input.left), sideOf(doc, input.right)]
  if (left.length === 0 || right.length === 0 || left.some((id) => right.includes(id))) return null
  return create(doc, actor, 'addParallel', 'parallels', { left, right, title: (input.title ?? '').trim() })
}

/** What they have in common, in people's own words. */
export function setParallelTitle(doc: Y.Doc, actor: Actor, input: { id: string; title: string }): boolean {
  const text = input.title.trim()
  return setTextAs(doc, actor, 'setParallelTitle', { kind: 'parallels', id: input.id, field: 'title', text })
}

/** Whether somebody recognises it, under their own key (see `keyOfPerson`); null takes the answer back. */
export function answerParallel(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; key: string; answer: CaseRecognition['answer'] | null; name: string },
): boolean {
  return setAnswer(actor, live(doc, 'parallels', input.id)?.get('recognised'), input, (change) =>
    command(doc, actor, 'answerParallel', change),
  )
}

/** What of a side is there, each once, ascending: people, organisations, relations, households, partnerships. */
function sideOf(doc: Y.Doc, ids: readonly string[]): string[] {
  const kinds = ['people', 'organisations', 'relations', 'households', 'partnerships'] as const
  return [...new Set(ids)].filter((id) => kinds.some((kind) => live(doc, kind, id))).sort()
}
