import type { Case, CaseThread } from './schema'

/** What a red thread can run through. */
export const THREAD_KINDS = ['events', 'relations', 'stakes'] as const
export type ThreadKind = (typeof THREAD_KINDS)[number]

/** One thing that a thread runs through. */
export interface ThreadItem {
  kind: ThreadKind
  id: string
}

/** Threads as the group put them; ties by id. */
export function sortedThreads(threads: readonly CaseThread[]): CaseThread[] {
  const key = ({ order, id }: CaseThread) => [order, id] as const
  return threads.toSorted((a, b) => {
    const [[orderA, idA], [orderB, idB]] = [key(a), key(b)]
    return orderA === orderB ? (idA < idB ? -1 : 1) : orderA < orderB ? -1 : 1
  })
}

/** What of a thread is in the case: events, then relations, then places in the stakeholder map, each by id. */
export function itemsOfThread(all: Pick<Case, ThreadKind>, thread: Pick<CaseThread, 'items'>): ThreadItem[] {
  const items = new Set(thread.items)
  return THREAD_KINDS.flatMap((kind) =>
    (all[kind] as readonly { id: string }[]).flatMap(({ id }) => (items.has(id) ? [{ kind, id }] : [])),
  )
}

/**
 * Ids of what stands out when a thread is chosen: what it runs through, and whose place in the stakeholder map is in
 * it, so that they are found in the family too.
 */
export function litByThread(all: Pick<Case, ThreadKind>, thread: Pick<CaseThread, 'items'>): Set<string> {
  const items = new Set(thread.items)
  const subjects = all.stakes.filter(({ id }) => items.has(id)).map(({ subject }) => subject)
  return new Set([...itemsOfThread(all, thread).map(({ id }) => id), ...subjects])
}

/** The threads that run through something. */
export function threadsThrough(threads: readonly CaseThread[], id: string): CaseThread[] {
  return sortedThreads(threads).filter(({ items }) => items.includes(id))
}
