import type { BoardSession } from '@/components/board/session'
import { together } from '@/components/board/together'
import { binRecord, restoreRecord } from '@/lib/case/commands/bin'
import { addIndexPerson } from '@/lib/case/commands/people'
import { pinTogether, unpin, unpinAll } from '@/lib/case/commands/pins'
import type { Towards } from '@/lib/genogram/nearestTowards'
import type { Put } from './host'

/** How far one press of a key or a button moves somebody. Page units. */
const MOVE = 20

const STEPS: Readonly<Record<Towards, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/** Moves somebody one press from where they stand. */
export function stepPerson(session: BoardSession, { id, x, y }: Put, towards: Towards): void {
  const [dx, dy] = STEPS[towards]
  pinPeople(session, [{ id, x: x + dx * MOVE, y: y + dy * MOVE }])
}

/** Lets one person go where the view says. */
export function letGo({ doc, actor, feed }: BoardSession, id: string): void {
  unpin(doc, actor(), { view: 'genogram', record: id })
  feed.flush()
}

/** People stay where they were put; who was moved together is one step. */
export function pinPeople({ doc, actor, feed }: BoardSession, puts: readonly Put[]): void {
  const places = puts.map(({ id, x, y }) => ({ record: id, x: Math.round(x), y: Math.round(y) }))
  pinTogether(doc, actor(), { view: 'genogram', places })
  feed.flush()
}

/** "Netjes zetten": everybody goes where the view says; what takes it back, or null when nobody had been moved. */
export function tidy(session: BoardSession): (() => void) | null {
  const { doc, actor, feed } = session
  const pins = feed.get().pins.filter(({ view }) => view === 'genogram')
  if (!unpinAll(doc, actor(), 'genogram')) return null
  feed.flush()
  return () =>
    restore(
      session,
      pins.map(({ id }) => ({ kind: 'pins', id }) as const),
    )
}

interface Target {
  kind: 'people' | 'organisations' | 'pins'
  id: string
}

/** Puts people and organisations in the bin as one step; returns what takes it back. */
export function binPeople(session: BoardSession, ids: readonly string[]): () => void {
  const { people } = session.feed.get()
  const targets = ids.map((id): Target => {
    return { kind: people.some((person) => person.id === id) ? 'people' : 'organisations', id }
  })
  together(session, 'binPeople', () => {
    for (const target of targets) binRecord(session.doc, session.actor(), target)
  })
  session.feed.flush()
  return () => restore(session, targets)
}

function restore(session: BoardSession, targets: readonly Target[]): void {
  together(session, 'restore', () => {
    for (const target of targets) restoreRecord(session.doc, session.actor(), target)
  })
  session.feed.flush()
}

/** The first of a family: the person "om wie het gaat". Their id, or null when the name does not fit. */
export function addFirst({ doc, actor, feed }: BoardSession, name: string): string | null {
  const id = addIndexPerson(doc, actor(), { name, circle: 'family' })
  feed.flush()
  return id
}
