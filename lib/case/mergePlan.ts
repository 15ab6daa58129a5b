import { DIRECTED_RELATIONS } from '@/lib/genogram/vocabulary'
import { isUnsaid } from './fold'
import { birthParents, isAncestor } from './kin'
import type { Case, CaseParentage, CasePartnership, CaseRelation, RecordMap } from './schema'

/** What can stand in a case twice. */
export type MergeableMap = 'people' | 'organisations'

/** `from` is the same as `into`, whose name stays. */
export interface Merge {
  kind: MergeableMap
  from: string
  into: string
}

/** A record whose words are added to another, which takes its place everywhere. */
export interface Fold {
  kind: RecordMap
  from: string
  into: string
}

export interface MergePlan {
  /** The two themselves first, then what thereby stands there twice. */
  folds: readonly Fold[]
  /** What would be between somebody and themselves: it goes to the bin. */
  selves: readonly { kind: 'relations' | 'partnerships'; id: string }[]
  /** How children of a couple that is none hang from the one that stays, by id of the parentage. */
  children: readonly string[]
  /** What is said otherwise of the two: of `into` it stays, what `from` said is handed to whoever asks. */
  differing: readonly { field: string; value: unknown }[]
  /** Whether more than two parents by birth come to stand with them; people see to that themselves. */
  manyParents: boolean
}

/**
 * Why two are not made one. `gone`: one of them is not there, or they are one record; `ancestor`: the one descends
 * from the other; `accounts`: each is somebody who takes part.
 */
export type MergeProblem = 'gone' | 'ancestor' | 'accounts'

/** Fields that say nothing of somebody. */
const FORMAL: ReadonlySet<string> = new Set(
  'id name role order merged mergedInto createdBy createdAt binned'.split(' '),
)

/**
 * What making one of two comes to, before anything is changed. Pure, and the same for everybody with the same case.
 * Rules: a line or partnership between the two goes to the bin, and children of that partnership hang from who stays;
 * the same couple, the same way of being a child, the same line according to the same person, a place in the field
 * and a place by hand stand there once; a lone parent is part of the couple that the child hangs from in the same way.
 */
export function planMerge(all: Case, { kind, from, into }: Merge): MergePlan | MergeProblem {
  const records: readonly (Record<string, unknown> & { id: string })[] = all[kind]
  const [gone, kept] = [from, into].map((id) => records.find((one) => one.id === id))
  if (!gone || !kept || from === into) return 'gone'
  if (isAncestor(all, from, into) || isAncestor(all, into, from)) return 'ancestor'
  if (isElse(kept['principal'], gone['principal'])) return 'accounts'

  const names = new Map([[from, into]])
  const folds: Fold[] = [{ kind, from, into }]
  const fold = (one: Fold) => {
    if (names.has(one.from)) return
    folds.push(one)
    names.set(one.from, one.into)
  }
  const isSelf = ({ partners }: CasePartnership) => partners.includes(from) && partners.includes(into)
  const isLoop = (line: CaseRelation) => [line.from, line.to].every((end) => end === from || end === into)
  const selfCouples = new Set(all.partnerships.filter(isSelf).map(({ id }) => id))
  const ofCouple = (one: CaseParentage): CaseParentage =>
    selfCouples.has(one.partnership ?? '') ? { ...one, partnership: null, parent: into } : one

  const couples = all.partnerships.filter((one) => !isSelf(one))
  for (const one of twice('partnerships', couples, names, coupleKey)) fold(one)
  const ways = all.parentages.map(ofCouple)
  for (const one of twice('parentages', ways, names, wayKey)) fold(one)
  for (const one of loneParents(ways, couples, names)) fold(one)
  const lines = all.relations.filter((line) => !isLoop(line))
  for (const one of twice('relations', lines, names, lineKey)) fold(one)
  for (const one of twice('stakes', all.stakes, names, ({ subject }, name) => name(subject))) fold(one)
  for (const one of twice('pins', all.pins, names, ({ view, record }, name) => `${view} ${name(record)}`))
    fold(one)

  const parents = [from, into].flatMap((id) => birthParents(all, id)).map((id) => named(names, id))
  return {
    folds,
    selves: [
      ...all.relations.filter(isLoop).map(({ id }) => ({ kind: 'relations' as const, id })),
      ...[...selfCouples].map((id) => ({ kind: 'partnerships' as const, id })),
    ],
    children: all.parentages
      .filter(({ partnership }) => selfCouples.has(partnership ?? ''))
      .map(({ id }) => id),
    differing: Object.entries(gone)
      .filter(([field, value]) => !FORMAL.has(field) && isElse(kept[field], value))
      .map(([field, value]) => ({ field, value })),
    manyParents: new Set(parents).size > 2,
  }
}

const named = (names: ReadonlyMap<string, string>, id: string) => names.get(id) ?? id

/** Both say something, and not the same. */
const isElse = (mine: unknown, theirs: unknown) =>
  !isUnsaid(mine) && !isUnsaid(theirs) && JSON.stringify(mine) !== JSON.stringify(theirs)

/** What makes two records of a kind the same; null for one that is the same as no other. */
type KeyOf<R> = (record: R, name: (id: string) => string) => string | null

/** Records that come to say the same as one that stood there before: the first of these takes them in. */
function twice<R extends { id: string }>(
  kind: RecordMap,
  records: readonly R[],
  names: ReadonlyMap<string, string>,
  keyOf: KeyOf<R>,
): Fold[] {
  const keys = records.map((record) => ({
    id: record.id,
    before: keyOf(record, (id) => id),
    after: keyOf(record, (id) => named(names, id)),
  }))
  const first = new Map<string, string>()
  for (const { id, before, after } of keys)
    if (after !== null && before === after && !first.has(after)) first.set(after, id)
  return keys.flatMap(({ id, before, after }) => {
    const into = after === null || before === after ? undefined : first.get(after)
    return into === undefined ? [] : [{ kind, from: id, into }]
  })
}

const coupleKey: KeyOf<CasePartnership> = ({ partners }, name) =>
  partners.length === 2 ? partners.map(name).sort().join(' ') : null

const wayKey: KeyOf<CaseParentage> = ({ child, partnership, parent, type }, name) =>
  JSON.stringify([name(child), partnership && name(partnership), parent && name(parent), type])

const lineKey: KeyOf<CaseRelation> = ({ from, to, type, directed, accordingTo, date }, name) => {
  const ends = [name(from), name(to)]
  const ordered = directed || DIRECTED_RELATIONS.has(type) ? ends : ends.sort()
  const person = accordingTo?.person ? name(accordingTo.person) : null
  return JSON.stringify([ordered, type, directed, person, accordingTo?.principal ?? null, date])
}

/** Ways of being a child of one parent alone that a couple, in the same way, says as well. */
function loneParents(
  ways: readonly CaseParentage[],
  couples: readonly CasePartnership[],
  names: ReadonlyMap<string, string>,
): Fold[] {
  const name = (id: string) => named(names, id)
  const partnersOf = (id: string | null) => couples.find((one) => one.id === id)?.partners ?? []
  return ways.flatMap((lone): Fold[] => {
    const { parent } = lone
    if (parent === null || lone.partnership !== null) return []
    const whole = ways.find(
      (one) =>
        one.type === lone.type &&
        name(one.child) === name(lone.child) &&
        partnersOf(one.partnership).map(name).includes(name(parent)) &&
        // What was so before is left as it was.
        !(one.child === lone.child && partnersOf(one.partnership).includes(parent)),
    )
    return whole && !names.has(whole.id) ? [{ kind: 'parentages', from: lone.id, into: whole.id }] : []
  })
}
