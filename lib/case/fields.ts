import { z } from 'zod'

// Zod would compile its parsers with `new Function`, which our content security policy forbids and reports.
z.config({ jitless: true })

/**
 * How a field of a record is kept in its `Y.Map`:
 * - `value`: one JSON value, the last writer wins (the default);
 * - `text`: a `Y.Text`, so that two people who type in it lose no letter;
 * - `set`: a `Y.Map` from member to `true`, so that two additions both survive;
 * - `map`: a `Y.Map` from key to a nested record, each a `Y.Map` of its own.
 */
export type FieldKind = 'value' | 'text' | 'set' | 'map'

/** A text that several people may type in at once; at most `max` UTF-16 units. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .meta({ kept: 'text' satisfies FieldKind, max })

/** A set of ids or names; in plain form an array in ascending order. */
export const set = (max = 200) =>
  z
    .array(z.string().min(1).max(200))
    .max(max)
    .meta({ kept: 'set' satisfies FieldKind, max })

/** Nested records under a key that says whose they are or which they are. */
export const mapOf = <S extends z.ZodObject>(shape: S) =>
  z.record(z.string().min(1).max(64), shape).meta({ kept: 'map' satisfies FieldKind, of: shape })

/** How one field of a record schema is kept. */
export interface Field {
  kind: FieldKind
  /** The value it has when left out; undefined when it must be given. */
  default: unknown
  /** The most UTF-16 units of a `text` field, the most members of a `set`. */
  max: number
  /** The schema of the nested records of a `map` field. */
  nested: z.ZodObject | null
  schema: z.core.$ZodType
}

/** The fields of a record schema by name, in the schema's order. */
export function fieldsOf(schema: z.ZodObject): ReadonlyMap<string, Field> {
  const known = FIELDS.get(schema)
  if (known) return known
  const fields = new Map(Object.entries(schema.shape).map(([name, field]) => [name, fieldOf(field)]))
  FIELDS.set(schema, fields)
  return fields
}

const FIELDS = new WeakMap<z.ZodObject, ReadonlyMap<string, Field>>()

function fieldOf(schema: z.core.$ZodType): Field {
  const kept = bare(schema)
  const about = z.globalRegistry.get(kept)
  const nested = about?.['of']
  return {
    kind: (about?.['kept'] as FieldKind | undefined) ?? 'value',
    default: schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined,
    max: (about?.['max'] as number | undefined) ?? Infinity,
    nested: nested instanceof z.ZodObject ? nested : null,
    schema,
  }
}

/** Defaults and nullability do not change how a field is kept: looks through them. */
function bare(field: z.core.$ZodType): z.core.$ZodType {
  if (field instanceof z.ZodDefault || field instanceof z.ZodNullable || field instanceof z.ZodOptional)
    return bare(field.unwrap())
  return field
}
