import type { Case } from './schema'

/**
 * How many references lead to no record, in the bin or out of it. That is allowed (undo takes a record away that
 * somebody else has just named) and views do without it; a check of the whole tells how often it is so. `cases` are
 * read together: what is reserved names what is open, and the other way round.
 */
export function looseReferences(cases: readonly Case[]): number {
  const known = new Set(cases.flatMap((one) => recordsOf(one).map(({ id }) => id)))
  return cases.flatMap(referencesOf).filter((id) => !known.has(id)).length
}

function recordsOf({ meta: _meta, ...lists }: Case): { id: string }[] {
  return Object.values(lists).flat()
}

function referencesOf(one: Case): string[] {
  const named: (string | null | undefined)[] = [
    one.meta.indexPerson,
    ...one.people.map(({ organisation }) => organisation),
    ...one.partnerships.flatMap(({ partners }) => partners),
    ...one.parentages.flatMap(({ child, partnership, parent }) => [child, partnership, parent]),
    ...one.households.flatMap(({ members }) => members),
    ...one.relations.flatMap(({ from, to, accordingTo }) => [from, to, accordingTo?.person]),
    ...one.events.flatMap(({ people, organisations, anchor, fact, toldBy, takes }) => [
      ...people,
      ...organisations,
      anchor?.id,
      fact?.id,
      toldBy?.person,
      ...Object.values(takes).map(({ person }) => person),
    ]),
    ...one.stakes.map(({ subject }) => subject),
    ...one.threads.flatMap(({ items, takes }) => [
      ...items,
      ...Object.values(takes).map(({ person }) => person),
    ]),
    ...one.notes.flatMap(({ about, toldBy }) => [...about, toldBy?.person]),
    ...one.rounds.flatMap(({ subjects }) => subjects),
    ...one.parallels.flatMap(({ left, right }) => [...left, ...right]),
    ...one.views.map(({ ageOf }) => ageOf),
    ...one.overlays.map(({ ref }) => ref),
  ]
  return named.filter((id) => typeof id === 'string')
}
