import fc from 'fast-check'
import * as Y from 'yjs'
import { z } from 'zod'
import type { Actor } from './commands/run'
import { seedCase } from './seed'
import { RECORDS, type RecordMap } from './schema'

/** What the tests of the case share. */

export const LANES = { professional: 'Hulp', family: 'Gezin' }

/** A document as the server makes it. */
export function newCase(): Y.Doc {
  const doc = new Y.Doc()
  seedCase(doc, { title: 'Roos', question: 'Hoe verder?', laneNames: LANES })
  return doc
}

/** Somebody whose ids can be foretold: `ann-1`, `ann-2`… */
export function actor(principal: string): Actor {
  let made = 0
  return { principal, now: 1_000, newId: () => `${principal}-${++made}` }
}

/** Two documents that know the same; `sync` brings what either did to the other. */
export function replicas(doc: Y.Doc): { a: Y.Doc; b: Y.Doc; sync: () => void } {
  const [a, b] = [copyOf(doc), copyOf(doc)]
  const sync = () => {
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), 'remote')
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), 'remote')
  }
  return { a, b, sync }
}

export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc), 'remote')
  return copy
}

/** Adds a moment with only a title. */
export const plainEvent = (title: string) =>
  ({ kind: 'family', side: 'family', date: '2014', originalText: 'in 2014', title }) as const

/** Any record of a kind that fits its schema. */
export function recordArb(kind: RecordMap): fc.Arbitrary<Record<string, unknown>> {
  return objectArb(RECORDS[kind])
}

function objectArb(schema: z.ZodObject): fc.Arbitrary<Record<string, unknown>> {
  const shape = Object.entries(schema.shape).map(([name, field]) => [name, fieldArb(field)] as const)
  return fc.record(Object.fromEntries(shape), {
    requiredKeys: shape.map(([name]) => name),
    noNullPrototype: true,
  })
}

function fieldArb(field: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (field instanceof z.ZodDefault) return fieldArb(field.unwrap())
  if (field instanceof z.ZodOptional) return fieldArb(field.unwrap())
  if (field instanceof z.ZodNullable) return fc.option(fieldArb(field.unwrap()), { nil: null })
  if (field instanceof z.ZodEnum) return fc.constantFrom(...field.options)
  if (field instanceof z.ZodLiteral) return fc.constantFrom(...field.values)
  if (field instanceof z.ZodBoolean) return fc.boolean()
  if (field instanceof z.ZodNumber) {
    const [min, max] = [Math.max(field.minValue ?? 0, -1e6), Math.min(field.maxValue ?? 1e6, 1e6)]
    return field.format === 'safeint'
      ? fc.integer({ min: min + 1, max })
      : // A number that has to be positive cannot be the 0 that it begins at.
        // In a file -0 is 0.
        fc
          .double({ min, max, noNaN: true })
          .map((value) => value + 0)
          .filter((value) => z.safeParse(field, value).success)
  }
  if (field instanceof z.ZodObject) return objectArb(field)
  if (field instanceof z.ZodRecord && field.valueType instanceof z.ZodObject)
    return fc.dictionary(idArb, objectArb(field.valueType), { maxKeys: 3, noNullPrototype: true })
  if (field instanceof z.ZodArray)
    return fc
      .uniqueArray(idArb, { maxLength: Number(z.globalRegistry.get(field)?.['max']) === 2 ? 2 : 5 })
      .map((members) => members.sort())
  if (field instanceof z.ZodString)
    return z.safeParse(field, 'a b').success
      ? fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
          .filter((text) => z.safeParse(field, text).success)
      : idArb
  throw new Error(`no values for ${field._zod.def.type}`)
}

const idArb = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,8}$/)
