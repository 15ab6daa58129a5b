import type * as Y from 'yjs'
import type { z } from 'zod'
import { applyTextDiff, clip } from '../diffText'
import { isMap, isText, sharedRecord } from '../doc'
import { fieldsOf } from '../fields'
import { Take } from '../schema'
import { type Actor, command, live, setValues } from './run'

/** What one person says of an event; what is left out stays as it was. */
export type TakeFields = Partial<
  Pick<z.input<typeof Take>, 'text' | 'now' | 'nature' | 'helpful' | 'from' | 'name' | 'person' | 'writtenBy'>
>

/** The texts of a take, in which its author types. */
const TEXTS = ['text', 'now'] as const

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

/** Its author takes back what they said; undo brings it back whole. */
export function withdrawTake(doc: Y.Doc, actor: Actor, input: { eventId: string; author: string }): boolean {
  const takes = live(doc, 'events', input.eventId)?.get('takes')
  if (!isMap(takes) || !takes.has(input.author)) return false
  return command(doc, actor, 'withdrawTake', () => {
    takes.delete(input.author)
    return true
  })
}

function addTake(takes: Y.Map<unknown>, author: string, fields: z.input<typeof Take>): boolean {
  const texts = TEXTS.map((name) => [name, clip(fields[name] ?? '', maxOf(name))])
  const parsed = Take.safeParse({ ...fields, ...Object.fromEntries(texts) })
  if (!parsed.success) return false
  takes.set(author, sharedRecord(Take, parsed.data))
  return true
}

function changeTake(take: Y.Map<unknown>, fields: TakeFields, now: number): boolean {
  const { text: _text, now: _now, ...values } = fields
  const changes = [
    setValues(Take, take, values),
    ...TEXTS.map((name) => {
      const [said, shared] = [fields[name], take.get(name)]
      return said !== undefined && isText(shared) && applyTextDiff(shared, clip(said, maxOf(name)))
    }),
  ]
  const changed = changes.includes(true)
  if (changed) take.set('at', now)
  return changed
}

const maxOf = (name: (typeof TEXTS)[number]) => fieldsOf(Take).get(name)?.max ?? 0
