import * as Y from 'yjs'
import { insertRecord, isMap, recordOf, sharedRecord } from '../case/doc'
import { Placement } from '../case/schemaRounds'
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

/** Whether a target can hold an entry: a vote is no note, and only a round keeps a name out that was not given. */
export function fits({ into }: RevealTarget, { kind }: Entry): boolean {
  if (into === 'round' || kind === 'places') return into === 'round' && kind === 'places'
  return into === 'meeting' || kind === 'text'
}

/** The document of a board that a target is in. */
export const documentOf = ({ into }: RevealTarget): 'case' | 'meeting' => (into === 'meeting' ? into : 'case')

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
  if (target.into === 'round') return intoRound(doc, step, entries)
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

/**
 * Each placement stands under the id of its entry, in the order of these ids: neither says whose it is, nor who came
 * first. A round that somebody took away for good is made again, so that nothing of what people placed is lost.
 */
function intoRound(doc: Y.Doc, round: string, entries: readonly SharedEntry[]): void {
  insertRecord(doc, 'rounds', { id: round })
  const record = recordOf(doc, 'rounds', round)
  if (!record) return
  const held = record.get('placements')
  const placements = isMap(held) ? held : new Y.Map<unknown>()
  if (placements !== held) record.set('placements', placements)
  const inOrder = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const { id, author, entry } of inOrder) {
    if (entry.kind !== 'places' || placements.has(id)) continue
    placements.set(id, sharedRecord(Placement, { by: entry.named ? author : null, places: entry.places }))
  }
  if (record.get('revealed') !== true) record.set('revealed', true)
}
