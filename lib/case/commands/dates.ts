import type * as Y from 'yjs'
import { withAnchors, wouldLoop } from '../anchors'
import { readCase } from '../doc'
import type { EventAnchor } from '../schema'
import { factOf, setDateOf } from './facts'
import { type Actor, command, live, setRecordValues } from './run'

/**
 * A date that hangs on somebody's age or on another event, as it was said. The date that follows from it now is
 * written beside it, for readers of files that know no anchors. False when there is no such person or event, or when
 * the event would hang on itself. A moment that is the same as something of the family hands only the date that
 * follows now to it: a birth hangs on nothing.
 */
export function setEventAnchor(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; anchor: EventAnchor; originalText: string },
): boolean {
  const { id, anchor, originalText } = input
  const record = live(doc, 'events', id)
  if (!record || !live(doc, anchor.kind === 'person' ? 'people' : 'events', anchor.id)) return false
  const all = readCase(doc)
  if (wouldLoop(all.events, id, anchor)) return false
  const events = all.events.map((event) => (event.id === id ? { ...event, anchor, fact: null } : event))
  const date = withAnchors({ ...all, events }).events.find((event) => event.id === id)?.date ?? null
  if (factOf(record))
    return command(doc, actor, 'setEventAnchor', () => setDateOf(doc, record, { date, originalText }))
  return setRecordValues(doc, actor, 'setEventAnchor', { kind: 'events', id }, { anchor, date, originalText })
}

/** The date of an event as it is drawn: of one that hangs on something else, or is the same, what stands there now. */
export function dateNow(doc: Y.Doc, id: string): string | null {
  const event = live(doc, 'events', id)
  if (!event) return null
  const date = event.get('date')
  if (!event.get('anchor') && !event.get('fact')) return typeof date === 'string' ? date : null
  return withAnchors(readCase(doc)).events.find((one) => one.id === id)?.date ?? null
}
