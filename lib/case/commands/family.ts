import type * as Y from 'yjs'
import type { DraftChild, DraftPerson, FamilyDraft } from '@/lib/genogram/entry/types'
import type { SaidDate } from '@/lib/dates/types'
import { isMap, readRecord } from '../doc'
import { type Kin, mayBeChild, parentsIn, readKin } from '../kin'
import { RECORDS } from '../schema'
import { coupleId, hang, isThere, sharedParents } from './kin'
import { Making } from './making'
import { putPhase } from './phases'
import { type Actor, live, setValues } from './run'

/** Who is meant, by key of the draft: an id of the case, or null for somebody new. */
type Chosen = ReadonlyMap<string, string | null>

/**
 * Makes what a typed line says, as one step; the ids of the people by their key. Null, and nothing made, while it is
 * to be chosen who somebody is, when somebody is gone, or when what the line says cannot be (a child of its own child,
 * a third parent by birth). Of people who are there only what was empty is filled in; what is there already stays.
 */
export function makeFamily(
  doc: Y.Doc,
  actor: Actor,
  input: { draft: FamilyDraft; chosen?: Chosen },
): ReadonlyMap<string, string> | null {
  const { draft, chosen = new Map<string, string | null>() } = input
  const making = new Making(doc, actor)
  // What this line makes counts at once: its second half builds on its first.
  const found = readKin(doc)
  const kin = { partnerships: [...found.partnerships], parentages: [...found.parentages] }
  const ids = new Map<string, string>()
  for (const person of draft.people) {
    const id = personId(doc, making, person, chosen.get(person.key))
    if (id === null) return null
    ids.set(person.key, id)
  }
  if (new Set(ids.values()).size < ids.size) return null
  const idOf = (key: string) => ids.get(key) ?? ''
  for (const { partners, phases } of draft.couples) {
    const id = couple(kin, making, idOf(partners[0]), idOf(partners[1]))
    for (const { type, when } of phases) addPhase(doc, actor, making, id, type, when)
  }
  for (const child of draft.children)
    if (!addChild(doc, kin, making, { ...child, child: idOf(child.child) }, child.parents.map(idOf)))
      return null
  for (const { of, sibling } of draft.siblings)
    if (!addSibling(kin, making, idOf(of), idOf(sibling))) return null
  return making.commit('makeFamily') ? ids : null
}

type Growing = { partnerships: Kin['partnerships'][number][]; parentages: Kin['parentages'][number][] }

function personId(
  doc: Y.Doc,
  making: Making,
  person: DraftPerson,
  choice: string | null | undefined,
): string | null {
  const { name, gender, birth, death } = person
  const existing = choice === undefined ? person.existing : choice
  if (existing === null) {
    if (choice === undefined && person.choices.length > 0) return null
    const born = birth ? { birth: stored(birth) } : {}
    return making.record('people', { name, gender, circle: 'family', ...born, death: death && stored(death) })
  }
  const record = live(doc, 'people', existing)
  const known = record && readRecord('people', record)
  if (!record || !known) return null
  const news = {
    gender: known.gender === 'unknown' && gender !== 'unknown' ? gender : undefined,
    birth: known.birth.date === null && birth ? stored(birth) : undefined,
    death: (known.death?.date ?? null) === null && death ? stored(death) : undefined,
  }
  if (Object.values(news).some((value) => value !== undefined))
    making.change(() => setValues(RECORDS.people, record, news))
  return existing
}

function couple(kin: Growing, making: Making, a: string, b: string): string {
  const id = coupleId(kin, making, a, b)
  if (!kin.partnerships.some((one) => one.id === id))
    kin.partnerships.push(RECORDS.partnerships.parse({ id, partners: [a, b].sort() }))
  return id
}

/** The record is there when changes run, whether it is new or not. */
function addPhase(doc: Y.Doc, actor: Actor, making: Making, id: string, type: string, when: SaidDate): void {
  const key = actor.newId()
  making.change(() => {
    const phases = live(doc, 'partnerships', id)?.get('phases')
    return isMap(phases) && putPhase(phases, key, { type, ...stored(when) })
  })
}

function addChild(
  doc: Y.Doc,
  kin: Growing,
  making: Making,
  { child, type }: Pick<DraftChild, 'child' | 'type'>,
  parents: readonly string[],
): boolean {
  if (!mayBeChild(kin, child, parents, type)) return false
  const [one = '', other] = parents
  const partnership = other === undefined ? null : couple(kin, making, one, other)
  const link = { child, partnership, parent: partnership === null ? one : null, type }
  if (isThere(kin, link)) return true
  const id = hang(doc, kin, making, { child, partnership, people: parents, type })
  if (id === null) return false
  const rest = kin.parentages.filter((parentage) => parentage.id !== id)
  kin.parentages.splice(0, Infinity, ...rest, RECORDS.parentages.parse({ id, ...link }))
  return true
}

/** What the two share is said of both: parents of either, or else a parent without a name. */
function addSibling(kin: Growing, making: Making, of: string, sibling: string): boolean {
  const known = sharedParents(kin, of)
  const [child, shared] = known.length > 0 ? [sibling, known] : [of, sharedParents(kin, sibling)]
  const links = shared.map(({ partnership, parent, type }) => ({ child, partnership, parent, type }))
  if (shared.length === 0) {
    const parent = making.record('people', { name: '', circle: 'family' })
    for (const one of [of, sibling]) links.push({ child: one, partnership: null, parent, type: 'biological' })
  }
  for (const link of links) {
    if (isThere(kin, link)) continue
    if (!mayBeChild(kin, link.child, parentsIn(kin, link), link.type)) return false
    const id = making.record('parentages', link)
    kin.parentages.push(RECORDS.parentages.parse({ id, ...link }))
  }
  return true
}

const stored = ({ edtf, originalText }: SaidDate) => ({ date: edtf, originalText })
