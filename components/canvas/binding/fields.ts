import * as Y from 'yjs'
import type { DocNode } from '@/lib/text/flatDoc'
import { newSharedDoc, readSharedDoc } from '@/lib/text/sharedDoc'

/**
 * How a record of free drawing lies in its `Y.Map`: one entry per field that people move or edit, with
 * `props` and `meta` opened up (`props.color`), so that two changes of two fields both survive.
 *
 * Words (`props.richText`) are a shared text, so that two people who type in one note lose no letter. Notes that were
 * written before lie there as one value until somebody changes their words.
 *
 * Finished ink keeps its first version whole under `record` (a `Y.Map` with an entry per field costs five
 * times the memory); what is changed later (moved, recoloured) stands beside it and wins over it.
 */
export type Fields = Readonly<Record<string, unknown>>

/** A record of the canvas library as far as the binding looks into it. */
export interface PlainRecord {
  id: string
  typeName: string
  type?: string
  parentId?: string
  fromId?: string
  toId?: string
  props?: Record<string, unknown>
  meta?: Record<string, unknown>
}

const WHOLE = 'record'
/** The field that is a shared text. */
export const WORDS = 'props.richText'
const OPENED = ['props', 'meta']
const INK = new Set(['draw', 'highlight'])

const isInk = (record: PlainRecord) => record.typeName === 'shape' && INK.has(record.type ?? '')

/** Ink that is still being drawn is not sent: a stroke is one edit, made when the pen is lifted. */
export const isUnfinishedInk = (record: PlainRecord) =>
  isInk(record) && record.props?.['isComplete'] === false

/** The record as fields: `{x: 1, 'props.color': 'red'}`. Values that are undefined are left out. */
export function flatten(record: object): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(record)) {
    if (OPENED.includes(key) && isPlainObject(value)) {
      for (const [inner, v] of Object.entries(value)) if (v !== undefined) fields[`${key}.${inner}`] = v
    } else if (value !== undefined) fields[key] = value
  }
  return fields
}

/** The opposite of `flatten`; keys that a record cannot have (`__proto__`) are skipped. */
export function unflatten(fields: Fields): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  const opened: Record<string, Record<string, unknown>> = { props: {}, meta: {} }
  for (const [path, value] of Object.entries(fields)) {
    const dot = path.indexOf('.')
    const head = dot === -1 ? path : path.slice(0, dot)
    const inner = dot === -1 ? '' : path.slice(dot + 1)
    if (head === '__proto__' || inner === '__proto__') continue
    if (inner && opened[head]) opened[head][inner] = value
    else if (!inner) record[head] = value
  }
  return { ...record, ...opened }
}

/** Reads the fields of a shared record; null when it is not a map (a broken client wrote it). */
export function readFields(shared: unknown): Record<string, unknown> | null {
  if (!(shared instanceof Y.Map)) return null
  const entries: Record<string, unknown> = {}
  for (const [key, value] of shared.entries())
    if (key !== WHOLE) entries[key] = value instanceof Y.Text ? readSharedDoc(value) : value
  const whole: unknown = shared.get(WHOLE)
  return isPlainObject(whole) ? { ...flatten(whole), ...entries } : entries
}

/** A new shared record. */
export function createShared(record: PlainRecord): Y.Map<unknown> {
  if (isInk(record)) {
    return new Y.Map<unknown>([
      ['id', record.id],
      ['typeName', record.typeName],
      [WHOLE, structuredClone(record)],
    ])
  }
  return new Y.Map(Object.entries(flatten(record)).map(([key, value]) => [key, sharedValue(key, value)]))
}

/** A value as it is written for the first time. */
export const sharedValue = (field: string, value: unknown): unknown =>
  field === WORDS && isPlainObject(value) ? newSharedDoc(value as unknown as DocNode) : structuredClone(value)

/** Names of the fields in which two versions of a record differ. */
export function changedFields(before: object, after: object): string[] {
  const a = flatten(before)
  const b = flatten(after)
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !sameValue(a[key], b[key]))
}

/** Whether two JSON values are equal. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((v, i) => sameValue(v, b[i]))
    )
  }
  if (!isPlainObject(a) || !isPlainObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameValue(a[key], b[key]))
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
