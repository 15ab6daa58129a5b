import type { z } from 'zod'
import { withAnchors } from '@/lib/case/anchors'
import { fieldsOf } from '@/lib/case/fields'
import type { Case, CaseEvent } from '@/lib/case/schema'
import { type CaseFile, LIST_NAMES, LISTS, TOLD } from './caseFile'

type Plain = Readonly<Record<string, unknown>>

/**
 * The case as a file. The same case gives the same text: lists ascend by id, fields stand in the order of the
 * schema, unknown fields and the keys of nested records in alphabetical order. A date that hangs on something else
 * is written as it follows from it now, beside its anchor: so a reader that knows no anchors has the right date too.
 * `reserved`: the case was merged with what only those who are admitted may know; the file says so.
 */
export function exportJson(given: Case, reserved = false): CaseFile {
  const all = withAnchors(given)
  const { title, question, indexPerson } = all.meta
  const events = all.events.map((event) => ({ ...event, ...told(event) }))
  const lists = LIST_NAMES.map((name): [string, Plain[]] => {
    const schema = LISTS[name].unwrap().element
    const records: readonly Plain[] = name === 'events' ? events : all[name]
    return [name, records.map((record) => inOrder(schema, withoutLocal(record)))]
  })
  const head = { format: 'rotonde', version: 1, title, question, indexPerson, reserved }
  return { ...head, ...Object.fromEntries(lists) } as CaseFile
}

/** What who told the event says of it: the take marked so, that of the one who told it, or the only one. */
function told({ takes, toldBy }: CaseEvent): Pick<CaseEvent['takes'][string], 'nature' | 'helpful'> {
  const all = Object.values(takes)
  const teller = takes[toldBy?.person ?? ''] ?? takes[toldBy?.principal ?? '']
  const take = takes[TOLD] ?? teller ?? (all.length === 1 ? all[0] : undefined)
  return { nature: take?.nature ?? null, helpful: take?.helpful ?? null }
}

function withoutLocal({ createdBy: _by, createdAt: _at, binned: _binned, ...rest }: Plain): Plain {
  return rest
}

function inOrder(schema: z.ZodObject, record: Plain): Plain {
  const fields = fieldsOf(schema)
  const known = [...fields].filter(([name]) => name in record)
  const unknown = Object.keys(record).filter((name) => !fields.has(name))
  return Object.fromEntries([
    ...known.map(([name, { nested }]) => [name, nested ? mapInOrder(nested, record[name]) : record[name]]),
    ...unknown.sort().map((name) => [name, record[name]]),
  ]) as Plain
}

function mapInOrder(schema: z.ZodObject, value: unknown): Plain {
  const nested = value as Readonly<Record<string, Plain>>
  const keys = Object.keys(nested).sort()
  return Object.fromEntries(keys.map((key) => [key, inOrder(schema, nested[key] ?? {})]))
}
