import type { BoardSession } from '@/components/board/session'
import { restoreRecord } from '@/lib/case/commands/bin'
import { addStakes, removeStakes, setStake, setStakes, type StakeChange } from '@/lib/case/commands/stakes'
import { attributesAt } from '@/lib/stakeholders/attributesAt'
import type { StakesLayout } from '@/lib/stakeholders/types'
import type * as Y from 'yjs'
import type { Put } from './host'

interface Subject {
  kind: 'people' | 'organisations'
  id: string
}

/** What a place in the field says from now on. */
export function changeStake({ feed, actor }: BoardSession, change: StakeChange): void {
  setStake(feed.docOf('stakes', change.id), actor(), change)
  feed.flush()
}

/** Who was let go of says what that place means in the form that is shown. Together they are one step of undo. */
export function putStakes(session: BoardSession, layout: StakesLayout, puts: readonly Put[]): void {
  const { feed, actor } = session
  const changes = puts.map(({ id, x, y }): StakeChange => {
    return { id, ...attributesAt(layout.form, { x, y }, layout) }
  })
  inTheirDocuments(session, changes, docOfStake(session), (doc, here) => setStakes(doc, actor(), here))
  feed.flush()
}

/** Puts people and organisations in the field, as one step; returns what takes it back. */
export function putInField(session: BoardSession, subjects: readonly Subject[]): () => void {
  const { feed, actor } = session
  const before = new Set(feed.get().stakes.map(({ id }) => id))
  inTheirDocuments(
    session,
    subjects,
    ({ kind, id }) => feed.docOf(kind, id),
    (doc, here) =>
      addStakes(
        doc,
        actor(),
        here.map(({ id }) => id),
      ),
  )
  feed.flush()
  const wanted = new Set(subjects.map(({ id }) => id))
  const made = feed.get().stakes.filter(({ id, subject }) => wanted.has(subject) && !before.has(id))
  return () => void takeOut(session, made)
}

/** Takes them out of the field as one step; returns what takes that back. They themselves stay in the case. */
export function takeOut(session: BoardSession, stakes: readonly { id: string }[]): () => void {
  const { feed, actor, undo } = session
  const docOf = docOfStake(session)
  const places = stakes.map((stake) => ({ id: stake.id, doc: docOf(stake) }))
  inTheirDocuments(session, stakes, docOf, (doc, here) =>
    removeStakes(
      doc,
      actor(),
      here.map(({ id }) => id),
    ),
  )
  feed.flush()
  return () => {
    undo.together(() => {
      for (const { doc, id } of places) restoreRecord(doc, actor(), { kind: 'stakes', id })
    })
    feed.flush()
  }
}

const docOfStake =
  ({ feed }: BoardSession) =>
  ({ id }: { id: string }): Y.Doc =>
    feed.docOf('stakes', id)

/** Does it for all, each in the document that it is kept in, as one step. */
function inTheirDocuments<T>(
  { undo }: BoardSession,
  all: readonly T[],
  docOf: (one: T) => Y.Doc,
  run: (doc: Y.Doc, here: T[]) => void,
): void {
  undo.together(() => {
    for (const doc of new Set(all.map(docOf)))
      run(
        doc,
        all.filter((one) => docOf(one) === doc),
      )
  })
}
