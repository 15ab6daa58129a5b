import type * as Y from 'yjs'
import type { z } from 'zod'
import { clip } from './diffText'
import { isMap, isText } from './doc'
import { type Field, fieldsOf } from './fields'

/** Between two texts that become one: on a line of its own where there is room for several lines. */
const JOINT = { short: ' / ', long: '\n\n' }
/** Texts of at most this many letters are one line. */
const SHORT = 500

/**
 * Adds what one shared record says to another of its kind: what the other says already stays, what it does not say is
 * taken over, texts that differ stand behind each other, sets and maps are added up. `from` stays as it is. Call it
 * inside a transaction.
 */
export function foldRecord(
  schema: z.ZodObject,
  into: Y.Map<unknown>,
  from: Y.Map<unknown>,
  skipped: ReadonlySet<string> = new Set(),
): void {
  for (const [name, field] of fieldsOf(schema)) {
    if (skipped.has(name)) continue
    const [mine, theirs] = [into.get(name), from.get(name)]
    if (field.kind === 'value') {
      if (isUnsaid(mine ?? field.default) && !isUnsaid(theirs)) into.set(name, theirs)
    } else if (field.kind === 'text') {
      if (isText(mine) && isText(theirs)) joinTexts(mine, theirs.toJSON(), field.max)
    } else if (isMap(mine) && isMap(theirs)) addUp(field, mine, theirs)
  }
}

/** Whether a value says nothing: empty, not known, or no. */
export function isUnsaid(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true
  if (value === 'unknown' || value === 'none') return true
  return typeof value === 'object' && 'originalText' in value && 'date' in value
    ? isUnsaid(value.date) && isUnsaid(value.originalText)
    : false
}

function joinTexts(mine: Y.Text, theirs: string, max: number): void {
  const before = mine.toJSON()
  if (theirs.trim() === '' || before.includes(theirs.trim())) return
  const joint = before.trim() === '' ? '' : max <= SHORT ? JOINT.short : JOINT.long
  const room = max - before.length - joint.length
  if (room > 0) mine.insert(before.length, joint + clip(theirs, room))
}

function addUp(field: Field, mine: Y.Map<unknown>, theirs: Y.Map<unknown>): void {
  for (const [key, value] of theirs.entries()) {
    const there = mine.get(key)
    if (field.nested && isMap(there) && isMap(value)) foldRecord(field.nested, there, value)
    else if (!mine.has(key) && (field.nested || mine.size < field.max))
      mine.set(key, isMap(value) ? value.clone() : value)
  }
}
