import type * as Y from 'yjs'
import type { z } from 'zod'
import { applyTextDiff, clip } from '../diffText'
import { isMap, isText, sharedRecord } from '../doc'
import { fieldsOf } from '../fields'
import { Take, ThreadTake } from '../schema'
import { type Actor, command, live, setValues } from './run'

/** What one person says of an event; what is left out stays as it was. */
export type TakeFields = Partial<
  Pick<z.input<typeof Take>, 'text' | 'now' | 'nature' | 'helpful' | 'from' | 'name' | 'person' | 'writtenBy'>
>

/** What one person says of a red thread; what is left out stays as it was. */
export type ThreadTakeFields = Partial<
  Pick<z.input<typeof ThreadTake>, 'helped' | 'hindered' | 'name' | 'person' | 'writtenBy'>
>

/** Where people say something under their own name. */
interface Told {
  kind: 'events' | 'threads'
  id: string
  author: string
}

const SCHEMAS = { events: Take, threads: ThreadTake } as const

/** Sets what `author` says of an event; their first words make the take. */
export function setTake(
  doc: Y.Doc,
  actor: Actor,
  input: { eventId: string; author: string; fields: TakeFields },
): boolean {
  const { eventId: id, author, fields } = input
  return setTold(doc, actor, 'setTake', { kind: 'events', id, author }, fields)
}

/** Its author takes back what they said; undo brings it back whole. */
export function withdrawTake(doc: Y.Doc, actor: Actor, input: { eventId: string; author: string }): boolean {
  const { eventId: id, author } = input
  return withdraw(doc, actor, 'withdrawTake', { kind: 'events', id, author })
}

/** Sets what `author` says of a red thread: what helped and what did not. */
export function setThreadTake(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; author: string; fields: ThreadTakeFields },
): boolean {
  const { id, author, fields } = input
  return setTold(doc, actor, 'setThreadTake', { kind: 'threads', id, author }, fields)
}

export function withdrawThreadTake(doc: Y.Doc, actor: Actor, input: { id: string; author: string }): boolean {
  return withdraw(doc, actor, 'withdrawThreadTake', { kind: 'threads', ...input })
}

function setTold(
  doc: Y.Doc,
  actor: Actor,
  name: string,
  { kind, id, author }: Told,
  fields: Readonly<Record<string, unknown>>,
): boolean {
  const takes = live(doc, kind, id)?.get('takes')
  if (!isMap(takes) || author.length < 1 || author.length > 64 || author === '__proto__') return false
  const take = takes.get(author)
  const schema = SCHEMAS[kind]
  return command(doc, actor, name, () =>
    isMap(take)
      ? changeTake(schema, take, fields, actor.now)
      : addTake(schema, takes, author, { ...fields, at: actor.now }),
  )
}

function withdraw(doc: Y.Doc, actor: Actor, name: string, { kind, id, author }: Told): boolean {
  const takes = live(doc, kind, id)?.get('takes')
  if (!isMap(takes) || !takes.has(author)) return false
  return command(doc, actor, name, () => {
    takes.delete(author)
    return true
  })
}

type Fields = Readonly<Record<string, unknown>>

function addTake(schema: z.ZodObject, takes: Y.Map<unknown>, author: string, fields: Fields): boolean {
  const texts = textsOf(schema).map(([name, max]) => [name, clip(wordsIn(fields[name]) ?? '', max)] as const)
  const parsed = schema.safeParse({ ...fields, ...Object.fromEntries(texts) })
  if (!parsed.success) return false
  takes.set(author, sharedRecord(schema, parsed.data))
  return true
}

function changeTake(schema: z.ZodObject, take: Y.Map<unknown>, fields: Fields, now: number): boolean {
  const changes = [
    // Texts are no plain values: passed over here.
    setValues(schema, take, fields),
    ...textsOf(schema).map(([name, max]) => {
      const [said, shared] = [wordsIn(fields[name]), take.get(name)]
      return said !== undefined && isText(shared) && applyTextDiff(shared, clip(said, max))
    }),
  ]
  const changed = changes.includes(true)
  if (changed) take.set('at', now)
  return changed
}

/** The texts of a take, in which its author types, with the most letters they take. */
const textsOf = (schema: z.ZodObject) =>
  [...fieldsOf(schema)]
    .filter(([, { kind }]) => kind === 'text')
    .map(([name, { max }]) => [name, max] as const)

const wordsIn = (value: unknown) => (typeof value === 'string' ? value : undefined)
