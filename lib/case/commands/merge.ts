import type * as Y from 'yjs'
import { foldRecord } from '../fold'
import { readCase, readRecord, recordOf } from '../doc'
import { type Fold, type Merge, planMerge } from '../mergePlan'
import { renameReferences } from '../references'
import { RECORDS } from '../schema'
import { type Actor, command, prepare, publish, setValues } from './run'

/** Who somebody belongs to is never added up: it is what makes two records the same. */
const STRUCTURE: ReadonlySet<string> = new Set(
  'name order child partnership parent partners from to subject record view merged'.split(' '),
)

/**
 * Makes one of two people, or of two organisations, that are the same, as one step: everything that named `from` names
 * `into`, which also gets what was said of `from` and not of itself. `from` lies in the bin after that, with in
 * `mergedInto` where it went. `note` keeps what could not stay in a field, as a note about who stays. False, and
 * nothing changed, when that cannot be (`planMerge`). What somebody types at that moment in words that lie under the
 * old id is lost with it.
 */
export function merge(doc: Y.Doc, actor: Actor, input: Merge & { note?: string }): boolean {
  const plan = planMerge(readCase(doc), input)
  if (typeof plan === 'string') return false
  const text = input.note?.trim() ?? ''
  const note = text === '' ? null : prepare(doc, actor, 'notes', { text, about: [input.into] })
  return command(doc, actor, 'merge', () => {
    const binned = { by: actor.principal, at: actor.now }
    for (const id of plan.children) {
      const parentage = recordOf(doc, 'parentages', id)
      if (parentage) setValues(RECORDS.parentages, parentage, { partnership: null, parent: input.into })
    }
    for (const { kind, from, into } of plan.folds) {
      const [mine, theirs] = [recordOf(doc, kind, into), recordOf(doc, kind, from)]
      if (mine && theirs) foldRecord(RECORDS[kind], mine, theirs, STRUCTURE)
    }
    const names = namesAfter(plan.folds)
    renameReferences(doc, names)
    for (const { kind, from } of plan.folds) {
      recordOf(doc, kind, from)?.set('binned', binned)
      recordOf(doc, kind, from)?.set('mergedInto', names.get(from))
    }
    keepMerged(doc, input)
    for (const { kind, id } of plan.selves) recordOf(doc, kind, id)?.set('binned', binned)
    if (note !== null) publish(doc, 'notes', note)
    return true
  })
}

/** The one that stays knows which it took in, and which these had taken in before. */
function keepMerged(doc: Y.Doc, { kind, from, into }: Merge): void {
  const record = recordOf(doc, kind, into)
  const idsOf = (one: Y.Map<unknown> | null) => (one && readRecord(kind, one)?.merged) ?? []
  const merged = [...new Set([...idsOf(record), from, ...idsOf(recordOf(doc, kind, from))])].sort()
  if (record) setValues(RECORDS[kind], record, { merged })
}

/** Where each of what was taken in ends, also when what took it in was taken in itself. */
function namesAfter(folds: readonly Fold[]): ReadonlyMap<string, string> {
  const steps = new Map(folds.map(({ from, into }) => [from, into]))
  const end = (id: string): string => {
    const next = steps.get(id)
    return next === undefined ? id : end(next)
  }
  return new Map([...steps.keys()].map((from) => [from, end(from)]))
}
