import type * as Y from 'yjs'
import type { z } from 'zod'
import { applyTextDiff, clip } from '../diffText'
import { isMap, isText, sharedRecord } from '../doc'
import { fieldsOf } from '../fields'
import { Take } from '../schema'
import { type Actor, command, live, setValues } from './run'

/** What one person says of an event; what is left out stays as it was. */
export type TakeFields = Partial<Pick<z.input<typeof Take>, 'text' | 'nature' | 'helpful' | 'from' | 'name'>>

/** Sets what `author` says of an event; their first words make the take. */
export function setTake(
  doc: Y.Doc,
  actor: Actor,
  input: { eventId: string; author: string; fields: TakeFields },
): boolean {
  const { author, fields } = input
  const takes = live(doc, 'events', input.eventId)?.get('takes')
  if (!isMap(takes) || author.length < 1 || author.length > 64 || author === '__proto__') return false
  const take = takes.get(author)
  return command(doc, actor, 'setTake', () =>
    isMap(take) ? changeTake(take, fields, actor.now) : addTake(takes, author, { ...fields, at: actor.now }),
  )
}

function addTake(takes: Y.Map<unknown>, author: string, fields: z.input<typeof Take>): boolean {
  const text = clip(fields.text ?? '', fieldsOf(Take).get('text')?.max ?? 0)
  const parsed = Take.safeParse({ ...fields, text })
  if (!parsed.success) return false
  takes.set(author, sharedRecord(Take, parsed.data))
  return true
}

function changeTake(take: Y.Map<unknown>, fields: TakeFields, now: number): boolean {
  const { text, ...values } = fields
  const shared = take.get('text')
  const max = fieldsOf(Take).get('text')?.max ?? 0
  const valuesChanged = setValues(Take, take, values)
  const textChanged = text !== undefined && isText(shared) && applyTextDiff(shared, clip(text, max))
  if (valuesChanged || textChanged) take.set('at', now)
  return valuesChanged || textChanged
}
