import * as Y from 'yjs'

/**
 * A shared type as plain data: what it holds now, and nothing of how it came to be so. Texts keep their formatting,
 * maps and lists what is nested in them.
 */
export type Plain =
  | { is: 'value'; value: unknown }
  | { is: 'map'; entries: [string, Plain][] }
  | { is: 'list'; items: Plain[] }
  | { is: 'text'; runs: TextRun[] }

export interface TextRun {
  insert: string | object
  attributes?: Record<string, unknown>
}

/** What of a map is left out; `path` names the map, from the top-level type on. */
export type LeavesOut = (path: readonly string[], key: string, value: unknown) => boolean

/** What no document of ours holds: XML, documents in documents, shared types in the middle of a text. */
class NotPlain extends Error {
  override readonly name = 'NotPlain'
}

/** Throws when it holds what only other programs make (XML, subdocuments). */
export function plainOf(
  value: unknown,
  leavesOut: LeavesOut = () => false,
  path: readonly string[] = [],
): Plain {
  if (value instanceof Y.Map) {
    const kept = [...(value as Y.Map<unknown>).entries()].filter(([key, one]) => !leavesOut(path, key, one))
    return { is: 'map', entries: kept.map(([key, one]) => [key, plainOf(one, leavesOut, [...path, key])]) }
  }
  if (value instanceof Y.Array)
    return {
      is: 'list',
      items: (value as Y.Array<unknown>)
        .toArray()
        .map((one, i) => plainOf(one, leavesOut, [...path, `${i}`])),
    }
  if (value instanceof Y.Text && !(value instanceof Y.XmlText)) {
    const runs = value.toDelta() as TextRun[]
    if (runs.some(({ insert }) => insert instanceof Y.AbstractType)) throw new NotPlain('a type in a text')
    return { is: 'text', runs: runs.map(inOrder) }
  }
  if (value instanceof Y.AbstractType || value instanceof Y.Doc)
    throw new NotPlain('a type that is not copied')
  return { is: 'value', value }
}

/** The same formatting is said in the same order. */
function inOrder({ insert, attributes }: TextRun): TextRun {
  if (!attributes) return { insert }
  const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))
  return { insert, attributes: Object.fromEntries(sorted) }
}

/** What `plainOf` has read, as a new shared type or value, to be put into a document. */
export function sharedOf(plain: Plain): unknown {
  switch (plain.is) {
    case 'value':
      return plain.value
    case 'map':
      return new Y.Map(plain.entries.map(([key, value]) => [key, sharedOf(value)]))
    case 'list':
      return Y.Array.from(plain.items.map(sharedOf) as string[])
    case 'text': {
      const text = new Y.Text()
      if (plain.runs.length > 0) text.applyDelta(plain.runs)
      return text
    }
  }
}

/** All words in it, one field a line. */
export function wordsOf(plain: Plain): string[] {
  switch (plain.is) {
    case 'value':
      // A single word is a name of a kind, or an id.
      return typeof plain.value === 'string' && /\s/.test(plain.value) ? [plain.value] : []
    case 'map':
      return plain.entries.flatMap(([, value]) => wordsOf(value))
    case 'list':
      return plain.items.flatMap(wordsOf)
    case 'text': {
      const words = plain.runs.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
      return words.trim() ? [words.trim()] : []
    }
  }
}
