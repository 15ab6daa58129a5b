import { generateKeyBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { isMap, nestedRecord, sharedRecord } from '../doc'
import { type CaseEvent, type CaseExit, type CaseRecognition, Event, Exit } from '../schema'
import { setAnswer } from './answers'
import { type Actor, command, live, setMember, setValues } from './run'

/** The ways out of a roundabout in their order. */
export function sortedExits(exits: CaseEvent['exits']): [id: string, exit: CaseExit][] {
  return Object.entries(exits).sort(([a, one], [b, other]) => order(one.order, other.order) || order(a, b))
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Adds a way out behind the others; its id, or null when the roundabout is gone. */
export function addExit(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; text?: string; status?: CaseExit['status'] },
): string | null {
  const exits = live(doc, 'events', input.id)?.get('exits')
  if (!isMap(exits)) return null
  const id = actor.newId()
  const last = [...exits.values()]
    .map((exit) => orderOf(exit))
    .sort(order)
    .at(-1)
  const { text = '', status = 'passed' } = input
  const exit = Exit.safeParse({ text, status, order: keyBetween(last ?? null, null) })
  if (!exit.success) return null
  return command(doc, actor, 'addExit', () => {
    exits.set(id, sharedRecord(Exit, exit.data))
    return id
  })
}

/** Which way was taken, which was passed by, which nobody saw. Several may have been taken. */
export function setExitStatus(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; exit: string; status: CaseExit['status'] },
): boolean {
  const exit = nestedRecord(live(doc, 'events', input.id), 'exits', input.exit)
  if (!exit) return false
  return command(doc, actor, 'setExitStatus', () => setValues(Exit, exit, { status: input.status }))
}

/** One place up or down among the ways out. */
export function moveExit(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; exit: string; direction: 'up' | 'down' },
): boolean {
  const event = live(doc, 'events', input.id)
  const exits = event?.get('exits')
  const moved = nestedRecord(event, 'exits', input.exit)
  if (!isMap(exits) || !moved) return false
  const keys = [...exits.entries()]
    .map(([id, exit]): [string, string] => [id, orderOf(exit)])
    .sort(([a, one], [b, other]) => order(one, other) || order(a, b))
  const at = keys.findIndex(([id]) => id === input.exit)
  const rest = keys.filter(([id]) => id !== input.exit)
  const to = at + (input.direction === 'up' ? -1 : 1)
  if (to < 0 || to > rest.length) return false
  const key = keyBetween(rest[to - 1]?.[1] ?? null, rest[to]?.[1] ?? null)
  return command(doc, actor, 'moveExit', () => setValues(Exit, moved, { order: key }))
}

/** Takes a way out away; undo brings it back with its words. */
export function removeExit(doc: Y.Doc, actor: Actor, input: { id: string; exit: string }): boolean {
  const exits = live(doc, 'events', input.id)?.get('exits')
  if (!isMap(exits) || !exits.has(input.exit)) return false
  return command(doc, actor, 'removeExit', () => {
    exits.delete(input.exit)
    return true
  })
}

/** Whether somebody saw then that there was a choice, or only now. */
export function setNoticed(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; noticed: CaseEvent['noticed'] },
): boolean {
  const event = live(doc, 'events', input.id)
  if (!event) return false
  return command(doc, actor, 'setNoticed', () => setValues(Event, event, { noticed: input.noticed }))
}

/** Whether this person has been asked whether they recognise the roundabout. */
export function setAsked(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; person: string; asked: boolean },
): boolean {
  const event = live(doc, 'events', input.id)
  if (!event) return false
  return command(doc, actor, 'setAsked', () => setMember('events', event, 'asked', input.person, input.asked))
}

/** "Herken je dit?", under the name of who says so; null takes the answer back. */
export function setRecognition(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; key: string; answer: CaseRecognition['answer'] | null; name: string },
): boolean {
  return setAnswer(actor, live(doc, 'events', input.id)?.get('answers'), input, (change) =>
    command(doc, actor, 'setRecognition', change),
  )
}

/** "We hebben het gevraagd": it is no proposal any more, or one again. */
export function setProposed(doc: Y.Doc, actor: Actor, input: { id: string; proposed: boolean }): boolean {
  const event = live(doc, 'events', input.id)
  if (!event) return false
  return command(doc, actor, 'setProposed', () => setValues(Event, event, { proposed: input.proposed }))
}

const orderOf = (exit: unknown): string => {
  const key: unknown = isMap(exit) ? exit.get('order') : undefined
  return typeof key === 'string' ? key : 'a0'
}

/** A key between two; where the keys that others wrote leave no room or are none, one behind the first. */
function keyBetween(before: string | null, after: string | null): string {
  try {
    return generateKeyBetween(before, before !== null && after !== null && before >= after ? null : after)
  } catch {
    return `${before ?? 'a0'}V`
  }
}
