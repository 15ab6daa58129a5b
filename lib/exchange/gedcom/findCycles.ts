import type { GedcomRecords } from './types'

/**
 * People who would be their own ancestor by what the file says: one for each loop, in the order of the file. Without
 * recursion, for a line of ancestors can be long.
 */
export function findCycles({ people, partnerships, parentages }: GedcomRecords): string[] {
  const partners = new Map(partnerships.map(({ id, partners: both }) => [id, both ?? []]))
  const parents = new Map<string, string[]>()
  for (const { child, partnership, parent } of parentages) {
    const of = [...(partnership ? (partners.get(partnership) ?? []) : []), ...(parent ? [parent] : [])]
    parents.set(child, (parents.get(child) ?? []).concat(of))
  }
  const state = new Map<string, 'open' | 'done'>()
  const found = new Set<string>()
  for (const { id } of people) {
    const path: { id: string; next: number }[] = state.has(id) ? [] : [{ id, next: 0 }]
    for (let at = path.at(-1); at; at = path.at(-1)) {
      state.set(at.id, 'open')
      const parent = parents.get(at.id)?.[at.next++]
      if (parent === undefined) {
        state.set(at.id, 'done')
        path.pop()
      } else if (state.get(parent) === 'open') found.add(parent)
      else if (!state.has(parent)) path.push({ id: parent, next: 0 })
    }
  }
  return people.map(({ id }) => id).filter((id) => found.has(id))
}
