import type * as Y from 'yjs'
import type { z } from 'zod'
import { coupleOf, type Kin, mayBeChild, parentagesOf, parentsIn, readKin } from '../kin'
import { type CaseParentage, RECORDS } from '../schema'
import type { Phase } from '../schemaFamily'
import { Making } from './making'
import type { NewPerson } from './people'
import { type Actor, live, setValues } from './run'

/** Somebody of the case, or somebody who is made in the same step. */
export type Somebody = { id: string } | { new: NewPerson }

/** Parents of a child: a partnership, two people (who become a couple when they are none yet), or one. */
export type Parents = { partnership: string } | { couple: readonly [string, string] } | { parent: string }

/** A phase of a partnership as it was said. */
export type NewPhase = Pick<z.input<typeof Phase>, 'type' | 'date' | 'originalText'>

/** How somebody is a child, by birth when it is not said, and since when or in what period. */
interface HowChild {
  type?: string
  date?: string | null
  originalText?: string
}

/** What a command added: the person, and the partnership or parentage that holds them. */
export interface Added {
  person: string
  link: string
}

/**
 * Two people become partners; null when they are already, are the same, or one is not there. `phase` is what they
 * are to each other, when that was said.
 */
export function addPartner(
  doc: Y.Doc,
  actor: Actor,
  input: { of: string; partner: Somebody; phase?: NewPhase },
): Added | null {
  const kin = readKin(doc)
  const making = new Making(doc, actor)
  const person = somebody(doc, making, input.partner)
  if (!live(doc, 'people', input.of) || person === null || person === input.of) return null
  if (coupleOf(kin, input.of, person)) return null
  const phases = input.phase ? { [actor.newId()]: input.phase } : {}
  const link = making.record('partnerships', { partners: [input.of, person].sort(), phases })
  return making.commit('addPartner') ? { person, link } : null
}

/**
 * A child of a couple, of one parent or of an organisation; also says of somebody who is there already that they are
 * theirs. Null for what cannot be: a child of themselves or of their own descendant, a third parent by birth, the
 * same twice.
 */
export function addChild(
  doc: Y.Doc,
  actor: Actor,
  input: { of: Parents; child: Somebody } & HowChild,
): Added | null {
  const { of, type = 'biological', date = null, originalText = '' } = input
  const kin = readKin(doc)
  const making = new Making(doc, actor)
  const parents = parentsAt(doc, kin, making, of)
  const person = somebody(doc, making, input.child)
  if (!parents || person === null || !mayBeChild(kin, person, parents.people, type)) return null
  const { partnership, parent } = parents
  if (isThere(kin, { child: person, partnership, parent, type })) return null
  const link = making.record('parentages', { child: person, partnership, parent, type, date, originalText })
  return making.commit('addChild') ? { person, link } : null
}

/**
 * Both parents of somebody, as one step: since when or in what period, and `phase`, what they are to each other where
 * they were no couple yet. A parent who is known already and named again stays; null when that would make a third
 * parent by birth, or a loop.
 */
export function addParents(
  doc: Y.Doc,
  actor: Actor,
  input: { of: string; parents: readonly [Somebody, Somebody]; phase?: NewPhase } & HowChild,
): { parents: [string, string]; partnership: string; link: string } | null {
  const { of, type = 'biological', date = null, originalText = '' } = input
  const kin = readKin(doc)
  const making = new Making(doc, actor)
  const [a, b] = input.parents.map((one) => somebody(doc, making, one))
  if (!live(doc, 'people', of) || !a || !b || a === b) return null
  if (!mayBeChild(kin, of, [a, b], type)) return null
  const phases = input.phase ? { [actor.newId()]: input.phase } : {}
  const partnership = coupleId(kin, making, a, b, phases)
  const link = hang(doc, kin, making, { child: of, partnership, people: [a, b], type, date, originalText })
  return link !== null && making.commit('addParents') ? { parents: [a, b], partnership, link } : null
}

/**
 * One more parent. Beside a parent of the same kind who stands alone, they become the couple that the child is of;
 * otherwise the child is of this one parent as well.
 */
export function addParent(
  doc: Y.Doc,
  actor: Actor,
  input: { of: string; parent: Somebody } & HowChild,
): Added | null {
  const { of, type = 'biological', date = null, originalText = '' } = input
  const kin = readKin(doc)
  const making = new Making(doc, actor)
  const person = somebody(doc, making, input.parent)
  if (!live(doc, 'people', of) || person === null || !mayBeChild(kin, of, [person], type)) return null
  const alone = parentagesOf(kin, of).find(
    (one) => one.type === type && one.parent !== null && live(doc, 'people', one.parent),
  )
  const people = alone?.parent ? [alone.parent, person] : [person]
  const partnership =
    alone?.parent && alone.parent !== person ? coupleId(kin, making, alone.parent, person) : null
  const link = hang(doc, kin, making, { child: of, partnership, people, type, date, originalText })
  return link !== null && making.commit('addParent') ? { person, link } : null
}

/**
 * A brother or sister: a child of the same parents by birth, or where none are known, of the same parents in another
 * way. Where no parent of either is known, one is made without a name: that they share one is all that is said.
 */
export function addSibling(doc: Y.Doc, actor: Actor, input: { of: string; sibling: Somebody }): Added | null {
  const { of } = input
  const kin = readKin(doc)
  const making = new Making(doc, actor)
  const person = somebody(doc, making, input.sibling)
  if (!live(doc, 'people', of) || person === null || person === of) return null
  const known = sharedParents(kin, of)
  const [child, shared] = known.length > 0 ? [person, known] : [of, sharedParents(kin, person)]
  const links = shared.map(({ partnership, parent, type }) => {
    const from = { child, partnership, parent, type }
    if (!mayBeChild(kin, child, parentsIn(kin, from), type) || isThere(kin, from)) making.refuse()
    return making.record('parentages', from)
  })
  if (shared.length === 0) {
    const parent = making.record('people', { name: '', circle: 'family' })
    for (const one of [of, person]) links.push(making.record('parentages', { child: one, parent }))
  }
  return making.commit('addSibling') ? { person, link: links.at(-1) ?? '' } : null
}

/** How a brother or sister would be a child too. */
export function sharedParents(kin: Kin, of: string): CaseParentage[] {
  const known = parentagesOf(kin, of).filter((one) => parentsIn(kin, one).length > 0)
  const byBirth = known.filter(({ type }) => type === 'biological')
  return byBirth.length > 0 ? byBirth : known.slice(0, 1)
}

type Link = Pick<CaseParentage, 'child' | 'partnership' | 'parent' | 'type'>

/** Whether somebody is a child in just this way already. */
export function isThere(kin: Kin, { child, partnership, parent, type }: Link): boolean {
  return parentagesOf(kin, child).some(
    (one) => one.partnership === partnership && one.parent === parent && one.type === type,
  )
}

/** Id of a person who is there, or of one who will be made; null for who is not (any longer) there. */
function somebody(doc: Y.Doc, making: Making, one: Somebody): string | null {
  if ('id' in one) return live(doc, 'people', one.id) ? one.id : null
  return making.record('people', { circle: 'family', ...one.new, name: one.new.name.trim() })
}

/** The partnership of two, which is made when they have none. */
export function coupleId(
  kin: Kin,
  making: Making,
  a: string,
  b: string,
  phases: Record<string, NewPhase> = {},
): string {
  return coupleOf(kin, a, b)?.id ?? making.record('partnerships', { partners: [a, b].sort(), phases })
}

/** Where a child will hang from, and from whom; null when somebody of these is not there. */
function parentsAt(
  doc: Y.Doc,
  kin: Kin,
  making: Making,
  of: Parents,
): { people: readonly string[]; partnership: string | null; parent: string | null } | null {
  if ('parent' in of) {
    const { parent } = of
    const isHere = live(doc, 'people', parent) ?? live(doc, 'organisations', parent)
    return isHere ? { people: [parent], partnership: null, parent } : null
  }
  if ('couple' in of) {
    const [a, b] = of.couple
    if (a === b || !live(doc, 'people', a) || !live(doc, 'people', b)) return null
    return { people: of.couple, partnership: coupleId(kin, making, a, b), parent: null }
  }
  const partnership = kin.partnerships.find(({ id }) => id === of.partnership)
  return partnership ? { people: partnership.partners, partnership: partnership.id, parent: null } : null
}

/**
 * Hangs a child from a couple, or from one parent when `partnership` is null. Where it hung from one of the couple
 * alone, that link becomes the one with both. Id of the link; null when it is there already.
 */
export function hang(
  doc: Y.Doc,
  kin: Kin,
  making: Making,
  input: { child: string; partnership: string | null; people: readonly string[]; type: string } & HowChild,
): string | null {
  const { child, partnership, people, type, date = null, originalText = '' } = input
  const parent = partnership === null ? (people[0] ?? null) : null
  if (isThere(kin, { child, partnership, parent, type })) return null
  const alone = parentagesOf(kin, child).find(
    (one) => one.type === type && one.parent !== null && people.includes(one.parent),
  )
  const record = alone && partnership !== null ? live(doc, 'parentages', alone.id) : null
  if (!alone || !record) {
    return making.record('parentages', { child, partnership, parent, type, date, originalText })
  }
  making.change(() => setValues(RECORDS.parentages, record, { partnership, parent: null }))
  return alone.id
}
