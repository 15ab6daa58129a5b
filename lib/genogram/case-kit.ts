import { type Case, RECORDS } from '@/lib/case/schema'
import { dayOf } from '@/lib/dates/bounds'
import { type Genogram, genogramOf, type GenogramOptions } from './fromCase'

/** What the tests of the geno-sociogram share. */

export const TODAY = dayOf(2026, 6, 1)

/** The picture of a case in words that can be foretold. */
export function pictureOf(all: Case, options: Partial<GenogramOptions> = {}): Genogram {
  const words = {
    phase: (type: string) => type,
    accordingTo: (name: string) => `volgens ${name}`,
    perhaps: (text: string) => `misschien ${text}`,
  }
  return genogramOf(all, { today: TODAY, locale: 'nl', words, ...options })
}

type Row = Record<string, unknown>
type Lists = Partial<Record<Exclude<keyof Case, 'meta'>, Row[]>> & { meta?: Row }

/** A case of plain records; what is left out has its default. */
export function caseOf({ meta, ...lists }: Lists): Case {
  const kinds = Object.keys(RECORDS).filter((kind) => kind !== 'meta') as Exclude<keyof Case, 'meta'>[]
  const all = kinds.map((kind) => [kind, (lists[kind] ?? []).map((row) => RECORDS[kind].parse(row))])
  return { meta: RECORDS.meta.parse({ id: 'case', schema: 1, ...meta }), ...Object.fromEntries(all) } as Case
}

/** Ids that a picture speaks of without drawing them: a line to nowhere. */
export function danglingIn(picture: Genogram): string[] {
  const { input, relations, households, people, unions } = picture
  const here = new Set(input.people.map(({ id }) => id))
  const spoken = [
    ...input.unions.flatMap(({ partners, children }) => [...partners, ...children.map(({ child }) => child)]),
    ...relations.flatMap(({ from, to }) => [from, to]),
    ...households.flatMap(({ members }) => members),
    ...input.pins.map(({ id }) => id),
    ...(input.ego === null ? [] : [input.ego]),
    ...people.keys(),
  ]
  const lines = new Set(input.unions.map(({ id }) => id))
  return [...spoken.filter((id) => !here.has(id)), ...[...unions.keys()].filter((id) => !lines.has(id))]
}
