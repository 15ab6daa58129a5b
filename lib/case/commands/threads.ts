import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { caseMap } from '../doc'
import { liveRecords } from '../kin'
import { type CaseThread, RECORDS } from '../schema'
import { sortedThreads, THREAD_KINDS } from '../threads'
import { type Actor, command, live, prepare, publish, setMember, setValues } from './run'
import { setTextAs } from './texts'

/** A loop needs something that comes back. */
const MIN_LOOP = 2

/**
 * Adds a red thread (`theme`) or events that repeat each other (`loop`), with what is in it, as one step. Its id; null
 * when a loop has fewer than two events that are there, or the input does not fit.
 */
export function addThread(
  doc: Y.Doc,
  actor: Actor,
  input: { form: CaseThread['form']; title: string; items: readonly string[] },
): string | null {
  const items = [...new Set(input.items)].filter((id) => mayRunThrough(doc, input.form, id))
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

/**
 * Says that events, relations and places in the stakeholder map belong to a thread, as one step; the ids of those that
 * did not yet. A loop holds events only.
 */
export function addToThread(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; items: readonly string[] },
): string[] {
  const thread = live(doc, 'threads', input.id)
  if (!thread) return []
  const form = thread.get('form') === 'loop' ? 'loop' : 'theme'
  return command(doc, actor, 'addToThread', () =>
    input.items.filter(
      (item) => mayRunThrough(doc, form, item) && setMember('threads', thread, 'items', item, true),
    ),
  )
}

/** Takes things out of a thread, as one step; works for what lies in the bin as well. */
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

/** Puts a thread before (-1) or after (1) the one next to it; false at the end. */
export function moveThread(doc: Y.Doc, actor: Actor, input: { id: string; by: -1 | 1 }): boolean {
  const threads = sortedThreads(liveRecords(doc, 'threads'))
  const at = threads.findIndex(({ id }) => id === input.id)
  const other = threads[at + input.by]
  if (at < 0 || !other) return false
  const order = threads.filter((_, i) => i !== at)
  order.splice(at + input.by, 0, threads[at]!)
  // Two made at once can have the same key: then all get new ones.
  const keys = generateNKeysBetween(null, null, order.length)
  return command(doc, actor, 'moveThread', () =>
    order
      .map(({ id }, i) => {
        const thread = live(doc, 'threads', id)
        return thread !== null && setValues(RECORDS.threads, thread, { order: keys[i] })
      })
      .includes(true),
  )
}

function mayRunThrough(doc: Y.Doc, form: CaseThread['form'], id: string): boolean {
  const kinds = form === 'loop' ? (['events'] as const) : THREAD_KINDS
  return kinds.some((kind) => live(doc, kind, id))
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
