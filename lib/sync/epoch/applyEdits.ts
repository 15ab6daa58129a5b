import * as Y from 'yjs'
import type { Edit } from './edits'
import { sharedOf, wordsOf, type Plain } from './plain'
import { placeEdit, type TextEdit } from './splices'

/**
 * Does again what `editsOf` has said, in one transaction; what is there already is not done twice. Returns the words of
 * what has no place in this document.
 */
export function applyEdits(doc: Y.Doc, edits: readonly Edit[], origin: unknown): string[] {
  const lost: string[] = []
  doc.transact(() => {
    for (const edit of edits) lost.push(...applyEdit(doc, edit))
  }, origin)
  return lost
}

function applyEdit(doc: Y.Doc, edit: Edit): readonly string[] {
  if (edit.do === 'words') return edit.words
  if (edit.do === 'text') {
    const text = textAt(doc, edit.path)
    return text
      ? changeText(text, edit.edit)
      : edit.edit.splices.flatMap(({ add }) => (add.trim() ? [add] : []))
  }
  const map = mapAt(doc, edit.path.slice(0, -1))
  const key = edit.path.at(-1) ?? ''
  if (edit.do === 'unset') {
    if (map?.has(key)) map.delete(key)
    return []
  }
  return map ? put(map, key, edit.value) : wordsOf(edit.value)
}

/** What is new here is put whole; of what somebody, or the answer that was lost, put here already, the rest. */
function put(map: Y.Map<unknown>, key: string, plain: Plain): readonly string[] {
  const there = map.get(key)
  if (plain.is === 'map' && there instanceof Y.Map)
    return plain.entries.flatMap(([name, value]) => put(there as Y.Map<unknown>, name, value))
  if (plain.is === 'text' && there instanceof Y.Text) {
    if (there.length === 0 && plain.runs.length > 0) there.applyDelta(plain.runs)
    const words = wordsOf(plain)
    return words.filter((one) => !there.toJSON().includes(one))
  }
  if (there instanceof Y.AbstractType) return wordsOf(plain)
  if (plain.is !== 'value' || JSON.stringify(there) !== JSON.stringify(plain.value))
    map.set(key, sharedOf(plain))
  return []
}

function changeText(text: Y.Text, edit: TextEdit): readonly string[] {
  const { changes, lost } = placeEdit(text.toJSON(), edit)
  for (const { at, remove, add } of changes) {
    if (add) text.insert(at, add)
    if (remove > 0) text.delete(at + add.length, remove)
  }
  return lost.filter((one) => one.trim())
}

/** Null when the way leads nowhere: what it led to was taken out of the document. */
function typeAt(doc: Y.Doc, [top = '', ...rest]: readonly string[], kind: 'map' | 'text'): unknown {
  let type: unknown = doc.share.get(top)
  // Not asked for by its kind before, so Yjs does not know it.
  if (type === undefined || (type as object).constructor === Y.AbstractType)
    type = rest.length > 0 || kind === 'map' ? doc.getMap(top) : doc.getText(top)
  for (const key of rest) type = type instanceof Y.Map ? type.get(key) : null
  return type
}

function mapAt(doc: Y.Doc, path: readonly string[]): Y.Map<unknown> | null {
  const type = typeAt(doc, path, 'map')
  return type instanceof Y.Map ? (type as Y.Map<unknown>) : null
}

function textAt(doc: Y.Doc, path: readonly string[]): Y.Text | null {
  const type = typeAt(doc, path, 'text')
  return type instanceof Y.Text ? type : null
}
