import type * as Y from 'yjs'
import type { z } from 'zod'
import { caseMap, isMap, isText, MAP_NAMES } from './doc'
import { fieldsOf } from './fields'
import { foldRecord } from './fold'
import { type Case, RECORDS } from './schema'

/** New ids by the old ones. */
type Names = ReadonlyMap<string, string>

/** Fields of a record that name no other: an account is no record of the case. */
const OWN: ReadonlySet<string> = new Set(['id', 'createdBy', 'createdAt', 'binned'])

/**
 * Makes everything that names a record by an old id name it by the new one: values, members of sets, keys of what
 * people say, ends of drawn arrows; in records that lie in the bin too, so that they come back right. Texts are left
 * alone. What stands under both ids is put together (`foldRecord`). Call it inside a transaction.
 */
export function renameReferences(doc: Y.Doc, names: Names): void {
  for (const map of MAP_NAMES) {
    const schema = map === 'shapes' ? null : RECORDS[map]
    for (const record of caseMap(doc, map).values() as Iterable<unknown>)
      if (isMap(record)) renameIn(record, schema, names, OWN)
  }
}

function renameIn(
  shared: Y.Map<unknown>,
  schema: z.ZodObject | null,
  names: Names,
  skipped: ReadonlySet<string> = new Set(),
): void {
  const fields = schema && fieldsOf(schema)
  for (const [key, value] of Array.from(shared.entries())) {
    if (skipped.has(key) || isText(value)) continue
    if (!isMap(value)) {
      const next = renamed(value, names)
      if (next !== value) shared.set(key, next)
      continue
    }
    const nested = fields?.get(key)?.nested ?? null
    for (const inner of value.values()) if (isMap(inner)) renameIn(inner, nested, names)
    renameKeys(value, nested, names)
  }
}

/** Members of a set, and what is kept by whose it is. */
function renameKeys(shared: Y.Map<unknown>, schema: z.ZodObject | null, names: Names): void {
  for (const [key, value] of Array.from(shared.entries())) {
    const name = names.get(key)
    if (name === undefined) {
      const next = isMap(value) || isText(value) ? value : renamed(value, names)
      if (next !== value) shared.set(key, next)
      continue
    }
    const there = shared.get(name)
    if (!shared.has(name)) shared.set(name, isMap(value) ? value.clone() : value)
    else if (schema && isMap(there) && isMap(value)) foldRecord(schema, there, value)
    shared.delete(key)
  }
}

/**
 * Records that became one with another, by the id they had. One that was put back since stands for itself again.
 */
export function mergedNames(all: Case): Names {
  const names = new Map<string, string>()
  const here = new Set([...all.people, ...all.organisations].map(({ id }) => id))
  for (const { id, merged } of [...all.people, ...all.organisations])
    for (const one of merged) if (!here.has(one)) names.set(one, id)
  return names
}

/** A case that names records by their new ids; the same object when it names none of the old ones. */
export function withNames(all: Case, names: Names): Case {
  if (names.size === 0) return all
  const lists = Object.entries(all).map(([kind, list]) => [
    kind,
    Array.isArray(list) ? list.map((record: object) => recordWithNames(record, names)) : list,
  ])
  return Object.fromEntries(lists) as Case
}

/** What a record is called itself stays. */
function recordWithNames(record: object, names: Names): object {
  const entries = Object.entries(record).map(([key, value]: [string, unknown]) => [
    key,
    OWN.has(key) ? value : renamed(value, names),
  ])
  return Object.fromEntries(entries) as object
}

/** Names of fields, at any depth: a key that is one of them is no id. */
const FIELDS = new Set(['by', 'at'])
function collect(schema: z.ZodObject): void {
  for (const [name, { nested }] of fieldsOf(schema)) {
    FIELDS.add(name)
    if (nested) collect(nested)
  }
}
Object.values(RECORDS).forEach((schema) => collect(schema))

function renamed(value: unknown, names: Names): unknown {
  if (typeof value === 'string') return names.get(value) ?? renamedShape(value, names)
  if (Array.isArray(value)) {
    const next = value.map((item: unknown) => renamed(item, names))
    return next.some((item, i) => item !== value[i]) ? next : value
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  const entries = Object.entries(value)
  const next = entries.map(
    ([key, item]) => [FIELDS.has(key) ? key : (names.get(key) ?? key), renamed(item, names)] as const,
  )
  const isSame = next.every(([key, item], i) => key === entries[i]?.[0] && item === entries[i]?.[1])
  return isSame ? value : Object.fromEntries(next)
}

/** What is drawn holds on to the symbol of a record: `shape:person-<id>`. */
function renamedShape(value: string, names: Names): string {
  if (!value.startsWith('shape:')) return value
  for (const [from, to] of names)
    if (value.endsWith(`-${from}`)) return `${value.slice(0, -from.length)}${to}`
  return value
}
