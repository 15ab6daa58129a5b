import type * as Y from 'yjs'
import { caseMap, isMap, readRecord } from './doc'
import type { CaseParentage, CasePartnership, RecordMap, RecordOf } from './schema'

/** Who belongs to whom, as far as it is in the case: what commands look at before they add to it. */
export interface Kin {
  partnerships: readonly CasePartnership[]
  parentages: readonly CaseParentage[]
}

/** Parents by birth; a child has two at most. */
const BY_BIRTH = 'biological'

/** The live partnerships and parentages, ascending by id. */
export function readKin(doc: Y.Doc): Kin {
  return { partnerships: liveRecords(doc, 'partnerships'), parentages: liveRecords(doc, 'parentages') }
}

/** All records of a kind that fit and do not lie in the bin, ascending by id. */
export function liveRecords<M extends RecordMap>(doc: Y.Doc, kind: M): RecordOf<M>[] {
  const found: RecordOf<M>[] = []
  for (const shared of caseMap(doc, kind).values()) {
    const record = isMap(shared) && !shared.get('binned') ? readRecord(kind, shared) : null
    if (record) found.push(record)
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The partnership of these two, in whatever order; null when they have none. */
export function coupleOf(kin: Kin, a: string, b: string): CasePartnership | null {
  return (
    kin.partnerships.find(
      ({ partners }) => partners.length === 2 && partners.includes(a) && partners.includes(b),
    ) ?? null
  )
}

/** The people or the organisation that a parentage comes from. */
export function parentsIn(kin: Kin, parentage: Pick<CaseParentage, 'partnership' | 'parent'>): string[] {
  if (parentage.partnership === null) return parentage.parent === null ? [] : [parentage.parent]
  return kin.partnerships.find(({ id }) => id === parentage.partnership)?.partners ?? []
}

/** How somebody is a child, ascending by id of the parentage. */
export function parentagesOf(kin: Kin, child: string): CaseParentage[] {
  return kin.parentages.filter((parentage) => parentage.child === child)
}

/** The parents by birth, ascending; more than two only when the case came so from elsewhere. */
export function birthParents(kin: Kin, child: string): string[] {
  const parents = parentagesOf(kin, child)
    .filter(({ type }) => type === BY_BIRTH)
    .flatMap((parentage) => parentsIn(kin, parentage))
  return [...new Set(parents)].sort()
}

/** Whether `ancestor` is a parent, grandparent… of `person`, in whatever way; nobody is their own. */
export function isAncestor(kin: Kin, ancestor: string, person: string): boolean {
  const seen = new Set<string>()
  const todo = [person]
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    for (const parent of parentagesOf(kin, at).flatMap((parentage) => parentsIn(kin, parentage))) {
      if (parent === ancestor) return true
      if (seen.has(parent)) continue
      seen.add(parent)
      todo.push(parent)
    }
  }
  return false
}

/**
 * Whether this child can come to hang from these parents: not from themselves or from who descends from them, and
 * not from a third parent by birth.
 */
export function mayBeChild(kin: Kin, child: string, parents: readonly string[], type: string): boolean {
  if (parents.length === 0 || parents.includes(child)) return false
  if (parents.some((parent) => isAncestor(kin, child, parent))) return false
  if (type !== BY_BIRTH) return true
  return new Set([...birthParents(kin, child), ...parents]).size <= 2
}
