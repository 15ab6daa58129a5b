import type * as Y from 'yjs'
import { sayDate } from '@/lib/dates/say'
import { shiftDate } from '@/lib/dates/shift'
import type { Locale } from '@/lib/dates/types'
import type { RecordInput } from '../doc'
import { type CircleName, Event, type EventKindName } from '../schema'
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
    takes: take ? { [take.author]: { ...take.fields, at: actor.now } } : {},
  }
}

/** The date as it was said; it takes the place of a date relative to a person or another event. */
export function setEventDate(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; date: string | null; originalText: string },
): boolean {
  const { id, date, originalText } = input
  const target = { kind: 'events', id } as const
  return setRecordValues(doc, actor, 'setEventDate', target, { date, originalText, anchor: null })
}

/**
 * What a drag does: along the axis the date moves in its own unit, keeps how sure it is, and is said anew; across
 * it the side changes. An undated event has no date to move.
 */
export function moveEvent(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; days?: number; side?: string; locale: Locale },
): boolean {
  const event = live(doc, 'events', input.id)
  if (!event) return false
  const date = event.get('date')
  const moved = typeof date === 'string' && input.days ? shiftDate(date, input.days) : date
  const said =
    typeof moved === 'string' && moved !== date
      ? { date: moved, originalText: sayDate(moved, input.locale), anchor: null }
      : {}
  return command(doc, actor, 'moveEvent', () => setValues(Event, event, { ...said, side: input.side }))
}

export function setEventKind(doc: Y.Doc, actor: Actor, input: { id: string; kind: EventKindName }): boolean {
  return setRecordValues(doc, actor, 'setEventKind', { kind: 'events', id: input.id }, { kind: input.kind })
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
