import * as Y from 'yjs'
import { insertRecord, isMap } from '../case/doc'
import type { Entry, RevealTarget } from './entry'

/** An entry that its author shares. `id` was drawn when it was put and is known to nobody else. */
export interface SharedEntry {
  id: string
  author: string
  entry: Entry
  at: number
}

/** Top-level map of `.meeting`: by step what was revealed, a map of entries by author. */
export const REVEALED = 'revealed'

/** Whether a target can hold an entry: a vote is no note. */
export const fits = ({ into }: RevealTarget, { kind }: Entry): boolean =>
  into === 'meeting' || kind === 'text'

/**
 * Writes what a step held into the document of its target. Every entry has a fixed place there, so that doing it
 * twice, or on two nodes at once, is doing it once. Call it in a transaction.
 */
export function writeRevealed(
  doc: Y.Doc,
  step: string,
  target: RevealTarget,
  entries: readonly SharedEntry[],
): void {
  if (target.into === 'meeting') return intoMeeting(doc, step, entries)
  for (const { id, author, entry, at } of entries) {
    if (entry.kind !== 'text') continue
    // A note that is there already may have been changed since: it stays as it is.
    insertRecord(doc, 'notes', {
      id,
      text: entry.text,
      about: [...target.about],
      createdBy: author,
      createdAt: at,
    })
  }
}

/**
 * Who guides may write `.meeting` themselves. What stands there under a name is what that person put, so a value that
 * differs is replaced, and one that is the same is left alone.
 */
function intoMeeting(doc: Y.Doc, step: string, entries: readonly SharedEntry[]): void {
  const steps = doc.getMap<unknown>(REVEALED)
  const held = steps.get(step)
  const said = isMap(held) ? held : new Y.Map<unknown>()
  if (said !== held) steps.set(step, said)
  for (const { author, entry } of entries)
    if (JSON.stringify(said.get(author)) !== JSON.stringify(entry)) said.set(author, entry)
}
