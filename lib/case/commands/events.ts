import type * as Y from 'yjs'
import { sayDate } from '@/lib/dates/say'
import { shiftDate } from '@/lib/dates/shift'
import type { Locale } from '@/lib/dates/types'
import { clip } from '../diffText'
import { isText, type RecordInput } from '../doc'
import { type CircleName, Event, type EventAnchor, type EventKindName } from '../schema'
import { dateNow } from './dates'
import { setDateOf } from './facts'
import { type Actor, command, create, live, setRecordValues, setValues } from './run'
import { tidyNames } from './names'
import type { TakeFields } from './takes'

type EventFields = RecordInput<'events'>

/** What a person says when they add a moment. `take` is what its author says of it, under the author's key. */
export interface NewEvent {
  kind: EventKindName
  /** Lane id. */
  side: string
  /** EDTF, or null when nobody knows. */
  date: string | null
  originalText: string
  /** What the date hangs on; `date` is then what follows from it now. */
  anchor?: EventAnchor | null
  title: string
  description?: string
  names?: readonly string[]
  /** Ids of people. */
  people?: readonly string[]
  /** Ids of organisations. */
  organisations?: readonly string[]
  crucial?: boolean
  source?: CircleName | null
  toldBy?: EventFields['toldBy']
  take?: { author: string; fields: TakeFields }
}

/** Adds a moment; its id, or null when the input does not fit. */
export function addEvent(doc: Y.Doc, actor: Actor, input: NewEvent): string | null {
  return create(doc, actor, 'addEvent', 'events', eventFields(actor, input))
}

/** A new moment as its record is made. */
export function eventFields(actor: Actor, input: NewEvent): Omit<EventFields, 'id'> {
  const { take, names, people, organisations, ...fields } = input
  return {
    ...fields,
    names: tidyNames(names ?? []),
    people: [...new Set(people)],
    organisations: [...new Set(organisations)],
    // Until those concerned have been asked.
    proposed: fields.kind === 'roundabout',
    takes: take ? { [take.author]: { ...take.fields, at: actor.now } } : {},
  }
}

/**
 * The date as it was said; it takes the place of a date relative to a person or another event. Of a moment that is
 * the same as something of the family, it is that date.
 */
export function setEventDate(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; date: string | null; originalText: string },
): boolean {
  const { id, date, originalText } = input
  const event = live(doc, 'events', id)
  if (!event) return false
  return command(doc, actor, 'setEventDate', () => setDateOf(doc, event, { date, originalText }))
}

/**
 * What a drag does: along the axis the date moves in its own unit, keeps how sure it is, and is said anew; across
 * it the side changes. An undated event has no date to move; one that hangs on something else gets its own.
 */
export function moveEvent(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; days?: number; side?: string; locale: Locale },
): boolean {
  const event = live(doc, 'events', input.id)
  if (!event) return false
  const date = input.days ? dateNow(doc, input.id) : null
  const moved = date !== null && input.days ? shiftDate(date, input.days) : date
  const said =
    moved !== null && moved !== date ? { date: moved, originalText: sayDate(moved, input.locale) } : null
  return command(doc, actor, 'moveEvent', () => {
    const changed = said !== null && setDateOf(doc, event, said)
    return setValues(Event, event, { side: input.side }) || changed
  })
}

/**
 * What kind of moment it is. What becomes a roundabout is a proposal until those concerned have been asked, and no
 * longer one when it becomes something else. `title` is for one that has no words yet.
 */
export function setEventKind(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; kind: EventKindName; title?: string },
): boolean {
  const { id, kind } = input
  const event = live(doc, 'events', id)
  if (!event) return false
  const before = event.get('kind') ?? 'family'
  return command(doc, actor, 'setEventKind', () => {
    const proposed = kind === 'roundabout' ? true : before === 'roundabout' ? false : undefined
    const changed = setValues(Event, event, { kind, proposed: before === kind ? undefined : proposed })
    const title = event.get('title')
    if (changed && input.title && isText(title) && title.length === 0) title.insert(0, clip(input.title, 300))
    return changed
  })
}

export function setEventSide(doc: Y.Doc, actor: Actor, input: { id: string; side: string }): boolean {
  return setRecordValues(doc, actor, 'setEventSide', { kind: 'events', id: input.id }, { side: input.side })
}

export function setCrucial(doc: Y.Doc, actor: Actor, input: { id: string; crucial: boolean }): boolean {
  const { id, crucial } = input
  return setRecordValues(doc, actor, 'setCrucial', { kind: 'events', id }, { crucial })
}

/** Whose words these are. */
export function setSource(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; source: CircleName | null },
): boolean {
  const { id, source } = input
  return setRecordValues(doc, actor, 'setSource', { kind: 'events', id }, { source })
}

/** After this moment something went another way. */
export function setTurningPoint(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; turningPoint: boolean },
): boolean {
  const { id, turningPoint } = input
  return setRecordValues(doc, actor, 'setTurningPoint', { kind: 'events', id }, { turningPoint })
}

/** Drawn as an era behind the line instead of as a card. */
export function setBackground(doc: Y.Doc, actor: Actor, input: { id: string; background: boolean }): boolean {
  const { id, background } = input
  return setRecordValues(doc, actor, 'setBackground', { kind: 'events', id }, { background })
}
