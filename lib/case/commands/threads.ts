import { generateKeyBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { caseMap } from '../doc'
import type { CaseThread } from '../schema'
import { type Actor, command, live, prepare, publish, setMember } from './run'
import { setTextAs } from './texts'

/** A loop needs something that comes back. */
const MIN_LOOP = 2

/**
 * Adds a red thread (`theme`) or events that repeat each other (`loop`), with its events, as one step. Its id; null
 * when a loop has fewer than two events that are there, or the input does not fit.
 */
export function addThread(
  doc: Y.Doc,
  actor: Actor,
  input: { form: CaseThread['form']; title: string; items: readonly string[] },
): string | null {
  const items = [...new Set(input.items)].filter((id) => live(doc, 'events', id))
  if (input.form === 'loop' && items.length < MIN_LOOP) return null
  const { form } = input
  const id = prepare(doc, actor, 'threads', { form, title: input.title.trim(), items, order: lastOrder(doc) })
  if (id !== null) command(doc, actor, 'addThread', () => publish(doc, 'threads', id))
  return id
}

/** What a thread or loop is called. */
export function renameThread(doc: Y.Doc, actor: Actor, input: { id: string; title: string }): boolean {
  const text = input.title.trim()
  return setTextAs(doc, actor, 'renameThread', { kind: 'threads', id: input.id, field: 'title', text })
}

/** Says that events belong to a thread, as one step; the ids of those that did not yet. */
export function addToThread(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; items: readonly string[] },
): string[] {
  const thread = live(doc, 'threads', input.id)
  if (!thread) return []
  return command(doc, actor, 'addToThread', () =>
    input.items.filter(
      (item) => live(doc, 'events', item) && setMember('threads', thread, 'items', item, true),
    ),
  )
}

/** Takes events out of a thread, as one step; works for events that lie in the bin as well. */
export function removeFromThread(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; items: readonly string[] },
): string[] {
  const thread = live(doc, 'threads', input.id)
  if (!thread) return []
  return command(doc, actor, 'removeFromThread', () =>
    input.items.filter((item) => setMember('threads', thread, 'items', item, false)),
  )
}

/** A key after those of all threads, so that a new one comes last; keys that are none count for nothing. */
function lastOrder(doc: Y.Doc): string {
  let last: string | null = null
  for (const thread of caseMap(doc, 'threads').values()) {
    const order: unknown = thread.get('order') ?? 'a0'
    if (typeof order === 'string' && order < 'z' && (last === null || order > last)) last = order
  }
  try {
    return generateKeyBetween(last, null)
  } catch {
    return 'a0'
  }
}
