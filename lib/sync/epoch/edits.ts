import * as Y from 'yjs'
import { plainOf, wordsOf, type Plain } from './plain'
import { Ranges } from './ranges'
import { splicesOf, type Run, type TextEdit } from './splices'

/**
 * What a change did, said without the document it was done in: by the names that lead to a place (a top-level type, an
 * id, a field). So it can be done again in a document that says the same and shares no history with it.
 */
export type Edit =
  | { do: 'set'; path: readonly string[]; value: Plain }
  | { do: 'unset'; path: readonly string[] }
  | { do: 'text'; path: readonly string[]; edit: TextEdit }
  /** Nothing that could be done elsewhere; its words are given back. */
  | { do: 'words'; words: readonly string[] }

/**
 * What `updates` have changed in `doc`, which has them: the difference between what it says and what it would say
 * without them. Total: what cannot be said in these terms becomes words.
 */
export function editsOf(doc: Y.Doc, updates: readonly Uint8Array[]): Edit[] {
  const [fresh, gone] = [new Ranges(), new Ranges()]
  for (const update of updates) {
    const { structs, ds } = Y.decodeUpdate(update)
    for (const { id, length } of structs) fresh.add(id.client, id.clock, length)
    for (const [client, ranges] of ds.clients)
      for (const { clock, len } of ranges) gone.add(client, clock, len)
  }
  const touched = new Map<SharedType, Set<string>>()
  for (const item of [...itemsIn(doc, fresh), ...itemsIn(doc, gone)]) {
    const parent = item.parent
    if (!(parent instanceof Y.AbstractType)) continue
    const keys = touched.get(parent as SharedType) ?? new Set()
    if (item.parentSub !== null) keys.add(item.parentSub)
    touched.set(parent as SharedType, keys)
  }
  const edits: Edit[] = []
  for (const [type, keys] of touched) {
    // In what is gone nothing changes; what is new itself is said whole, where it was put.
    const path = pathOf(doc, type, fresh)
    if (path) edits.push(...editsIn(type, keys, path, fresh, gone))
  }
  return edits
}

type SharedType = Y.AbstractType<unknown>

function editsIn(
  type: SharedType,
  keys: ReadonlySet<string>,
  path: readonly string[],
  fresh: Ranges,
  gone: Ranges,
): Edit[] {
  const edits: Edit[] = []
  for (const key of keys) {
    const item = type._map.get(key)
    if (!item) continue
    const there = [...path, key]
    // Yjs joins values that are gone into one item: the last of them is the one that stood there.
    const { client, clock } = item.lastId
    if (item.deleted) {
      // Set and taken away again by the same changes is nothing, unless something stood there before.
      if (gone.has(client, clock)) edits.push({ do: 'unset', path: there })
    } else if (fresh.has(client, clock)) edits.push(saidWhole(there, valueOf(item)))
  }
  const sequence = type._start && runsIn(type._start, fresh, gone)
  if (!sequence) return edits
  if (sequence.isText) {
    const edit = splicesOf(sequence.runs)
    if (edit.splices.length > 0) edits.push({ do: 'text', path, edit })
  } else if (sequence.words.length > 0) edits.push({ do: 'words', words: sequence.words })
  return edits
}

function saidWhole(path: readonly string[], value: unknown): Edit {
  try {
    return { do: 'set', path, value: plainOf(value) }
  } catch {
    return { do: 'words', words: value instanceof Y.AbstractType ? [JSON.stringify(value)] : [] }
  }
}

const valueOf = ({ content }: Y.Item): unknown =>
  content instanceof Y.ContentType ? content.type : content.getContent().at(-1)

/** A text as runs of what stayed, came and went; or, of a list, the words that came into it. */
function runsIn(
  start: Y.Item,
  fresh: Ranges,
  gone: Ranges,
): { isText: boolean; runs: Run[]; words: string[] } {
  const runs: Run[] = []
  const words: string[] = []
  let isText = true
  for (let item: Y.Item | null = start; item; item = item.right) {
    const { content, deleted, id } = item
    if (!item.countable && !(content instanceof Y.ContentDeleted)) continue
    const isWritten = content instanceof Y.ContentString
    if (!isWritten && !(content instanceof Y.ContentDeleted) && !(content instanceof Y.ContentEmbed))
      isText = false
    if (!isText) {
      if (!deleted && fresh.has(id.client, id.clock))
        for (const value of content.getContent()) words.push(...plainWords(value))
      continue
    }
    for (let i = 0; i < item.length; i++) {
      // What went is often forgotten: only how much it was is known.
      const letter = isWritten ? (content.str[i] ?? UNKNOWN) : UNKNOWN
      const isNew = fresh.has(id.client, id.clock + i)
      if (!deleted) runs.push({ is: isNew ? 'new' : 'kept', text: letter })
      else if (!isNew && gone.has(id.client, id.clock + i)) runs.push({ is: 'gone', text: letter })
    }
  }
  return { isText, runs, words }
}

/** Stands for a letter that is not known any more. */
const UNKNOWN = '\0'

function plainWords(value: unknown): string[] {
  try {
    return wordsOf(plainOf(value))
  } catch {
    return []
  }
}

/** Null for what is gone, and for what is new or lies in something new. */
function pathOf(doc: Y.Doc, type: SharedType, fresh: Ranges): string[] | null {
  const path: string[] = []
  let at: SharedType = type
  for (let item = at._item; item; item = at._item) {
    if (item.deleted || item.parentSub === null || fresh.has(item.id.client, item.id.clock)) return null
    path.unshift(item.parentSub)
    at = item.parent as SharedType
  }
  for (const [name, top] of doc.share) if ((top as unknown) === at) return [name, ...path]
  return null
}

function* itemsIn(doc: Y.Doc, ranges: Ranges): Iterable<Y.Item> {
  for (const [client, from, to] of ranges.all()) {
    const structs = doc.store.clients.get(client)
    if (!structs || from >= Y.getState(doc.store, client)) continue
    for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
      const struct = structs[i]
      if (!struct || struct.id.clock >= to) break
      if (struct instanceof Y.Item) yield struct
    }
  }
}
