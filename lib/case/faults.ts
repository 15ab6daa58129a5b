import * as Y from 'yjs'
import { z } from 'zod'
import { isMap, isText } from './doc'
import { type Field, fieldsOf } from './fields'

/** `kind`: no shared text, set or map where there should be one; `long`: too much in it; `value`: does not fit. */
export type FaultReason = 'kind' | 'long' | 'value'

/** Something in a record that does not fit. */
export interface Fault {
  /** Field name; for members and nested records also their key, and for what is in these its field. */
  path: readonly string[]
  reason: FaultReason
  /** The record is nothing without it: there is no default. */
  needed: boolean
}

/** Compares a shared record with its schema, field by field. */
export function findFaults(schema: z.ZodObject, record: Y.Map<unknown>): Fault[] {
  const fields = fieldsOf(schema)
  const faults = [...fields].flatMap(([name, field]) => fieldFaults(name, field, record))
  for (const [name, value] of record.entries())
    if (!fields.has(name) && !isJson(value)) faults.push(fault([name], 'value'))
  return faults
}

function fieldFaults(name: string, field: Field, record: Y.Map<unknown>): Fault[] {
  const value = record.get(name)
  if (field.kind === 'value') return valueFaults(name, field, value)
  if (field.kind === 'text') return textFaults(name, field.max, value)
  if (!isMap(value)) return [fault([name], 'kind')]
  return field.nested ? nestedFaults(name, field.nested, value) : setFaults(name, field.max, value)
}

function valueFaults(name: string, field: Field, value: unknown): Fault[] {
  const needed = field.default === undefined
  if (value === undefined) return needed ? [fault([name], 'value', needed)] : []
  const fits = !(value instanceof Y.AbstractType) && z.safeParse(field.schema, value).success
  return fits ? [] : [fault([name], 'value', needed)]
}

function textFaults(name: string, max: number, value: unknown): Fault[] {
  // A text that counts more than its letters holds embedded things, at which typing would go wrong.
  if (!isText(value) || value.length !== value.toJSON().length) return [fault([name], 'kind')]
  return value.length > max ? [fault([name], 'long')] : []
}

function setFaults(name: string, max: number, set: Y.Map<unknown>): Fault[] {
  const isMember = ([key, value]: [string, unknown]) => value === true && key !== '' && key.length <= 200
  const entries = [...set.entries()]
  const wrong = entries.filter((entry) => !isMember(entry)).map(([key]) => fault([name, key], 'value'))
  if (entries.length <= max) return wrong
  const surplus = entries
    .filter(isMember)
    .map(([key]) => key)
    .sort()
    .slice(max)
  return [...wrong, ...surplus.map((key) => fault([name, key], 'long'))]
}

function nestedFaults(name: string, schema: z.ZodObject, nested: Y.Map<unknown>): Fault[] {
  return [...nested.entries()].flatMap(([key, record]) => {
    if (!isMap(record) || key === '' || key.length > 64 || key === '__proto__')
      return [fault([name, key], 'value')]
    const faults = findFaults(schema, record)
    // A nested record that lacks what it needs goes as a whole; the record around it can do without.
    if (faults.some(({ needed }) => needed)) return [fault([name, key], 'value')]
    return faults.map(({ path, reason }) => fault([name, key, ...path], reason))
  })
}

function fault(path: readonly string[], reason: FaultReason, needed = false): Fault {
  return { path, reason, needed }
}

/** Whether a field that we do not know holds something that can be written to a file. */
function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined
  } catch {
    return false
  }
}
