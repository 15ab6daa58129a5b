import type * as Y from 'yjs'
import { clip } from '../diffText'
import { caseMap, isMap } from '../doc'
import { type Actor, command, live, prepare, publish, setMember } from './run'

/** Names as they are kept on an event: trimmed, not empty, at most 200 letters, each once. */
export function tidyNames(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => clip(name.trim(), 200)))].filter((name) => name !== '')
}

/** Puts a name on an event: text, until somebody says who it is. */
export function addName(doc: Y.Doc, actor: Actor, input: { id: string; name: string }): boolean {
  const event = live(doc, 'events', input.id)
  const [name] = tidyNames([input.name])
  if (!event || name === undefined) return false
  return command(doc, actor, 'addName', () => setMember('events', event, 'names', name, true))
}

export function removeName(doc: Y.Doc, actor: Actor, input: { id: string; name: string }): boolean {
  const event = live(doc, 'events', input.id)
  if (!event) return false
  return command(doc, actor, 'removeName', () => setMember('events', event, 'names', input.name, false))
}

/**
 * Says who a name is: a new person or organisation, or one that the case has already. It takes the place of the
 * name in every event of `eventIds` that carries it (all events when left out).
 * The id of who it is; null when no event carries the name (any more) or the existing record is gone.
 */
export function confirmName(
  doc: Y.Doc,
  actor: Actor,
  input: {
    name: string
    as: 'person' | 'organisation'
    existingId?: string
    eventIds?: readonly string[]
  },
): string | null {
  const kind = input.as === 'person' ? 'people' : 'organisations'
  const events = eventsNaming(doc, input.name, input.eventIds ?? [...caseMap(doc, 'events').keys()])
  const { existingId } = input
  if (events.length === 0 || (existingId !== undefined && !live(doc, kind, existingId))) return null
  const id = existingId ?? prepare(doc, actor, kind, { name: input.name })
  if (id === null) return null
  command(doc, actor, 'confirmName', () => {
    if (existingId === undefined) publish(doc, kind, id)
    for (const event of events) {
      setMember('events', event, 'names', input.name, false)
      setMember('events', event, kind, id, true)
    }
  })
  return id
}

function eventsNaming(doc: Y.Doc, name: string, ids: readonly string[]): Y.Map<unknown>[] {
  return ids.flatMap((id) => {
    const event = live(doc, 'events', id)
    const names = event?.get('names')
    return event && isMap(names) && names.get(name) === true ? [event] : []
  })
}
