import type * as Y from 'yjs'
import { DIRECTED_RELATIONS } from '@/lib/genogram/vocabulary'
import type { RecordInput } from '../doc'
import { liveRecords } from '../kin'
import { type CaseRelation, RECORDS } from '../schema'
import { Making } from './making'
import type { Somebody } from './kin'
import { type Actor, command, live, setMember, setRecordValues, setValues } from './run'

type Fields = RecordInput<'relations'>

/** A line as somebody sees it. `accordingTo` left out: nobody in particular says so. */
export type NewRelation = Pick<Fields, 'from' | 'to'> &
  Partial<
    Pick<
      Fields,
      'type' | 'directed' | 'date' | 'originalText' | 'support' | 'accordingTo' | 'nature' | 'note'
    >
  >

/** What can change of a line besides its ends; what is left out stays. */
export type RelationChange = Partial<
  Pick<Fields, 'type' | 'directed' | 'date' | 'originalText' | 'accordingTo' | 'nature' | 'secret'>
>

/**
 * Draws a line between two people, organisations or households; its id. Null when they are the same or not there, or
 * when this line is there already according to the same person: two people may draw it each in their own way.
 */
export function addRelation(doc: Y.Doc, actor: Actor, input: NewRelation): string | null {
  const making = new Making(doc, actor)
  const id = relate(doc, making, input)
  return id !== null && making.commit('addRelation') ? id : null
}

/**
 * Somebody or something from the network near a person, with a line between them, as one step. `circle` and
 * `organisation` say where they belong: friends and neighbours in the network, helpers among the professionals.
 */
export function addNetworkMember(
  doc: Y.Doc,
  actor: Actor,
  input: {
    near: string
    member:
      | Somebody
      | { organisation: string }
      | { newOrganisation: Pick<RecordInput<'organisations'>, 'kind' | 'circle'> & { name: string } }
    relation?: Omit<NewRelation, 'from' | 'to'>
  },
): { member: string; relation: string } | null {
  const { near, member: given } = input
  const making = new Making(doc, actor)
  const member = networkMember(making, given)
  if (!live(doc, 'people', near)) return null
  const isNew = 'new' in given || 'newOrganisation' in given
  const relation = relate(doc, making, { ...input.relation, from: near, to: member }, isNew)
  return relation !== null && making.commit('addNetworkMember') ? { member, relation } : null
}

function networkMember(making: Making, member: Parameters<typeof addNetworkMember>[2]['member']): string {
  if ('id' in member) return member.id
  if ('organisation' in member) return member.organisation
  if ('new' in member)
    return making.record('people', { circle: 'network', ...member.new, name: member.new.name.trim() })
  const { name, ...rest } = member.newOrganisation
  return making.record('organisations', { ...rest, name: name.trim() })
}

/** Changes a line; another kind of line gets the direction that belongs to it, unless that is said as well. */
export function setRelation(doc: Y.Doc, actor: Actor, input: { id: string } & RelationChange): boolean {
  const { id, ...change } = input
  if (change.type === '' || !isKnown(doc, change.accordingTo ?? null)) return false
  const directed = change.type === undefined ? undefined : DIRECTED_RELATIONS.has(change.type)
  return setRecordValues(doc, actor, 'setRelation', { kind: 'relations', id }, { directed, ...change })
}

/** The line the other way round. */
export function turnRelation(doc: Y.Doc, actor: Actor, id: string): boolean {
  const record = live(doc, 'relations', id)
  if (!record) return false
  const [from, to] = [record.get('to'), record.get('from')]
  return command(doc, actor, 'turnRelation', () => setValues(RECORDS.relations, record, { from, to }))
}

/** What the one gives the other: see `SUPPORT`. */
export function setSupport(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; support: string; present: boolean },
): boolean {
  const record = live(doc, 'relations', input.id)
  if (!record) return false
  return command(doc, actor, 'setSupport', () =>
    setMember('relations', record, 'support', input.support, input.present),
  )
}

/** `isNew`: the end `to` is made in the same step, so that it is not there yet. */
function relate(doc: Y.Doc, making: Making, input: NewRelation, isNew = false): string | null {
  const { type = 'plain', accordingTo = null, support = [], ...rest } = input
  const { from, to } = rest
  if (from === to || type === '' || !isEnd(doc, from) || !(isNew || isEnd(doc, to))) return null
  if (!isKnown(doc, accordingTo)) return null
  const directed = rest.directed ?? DIRECTED_RELATIONS.has(type)
  const wanted = { from, to, type, directed, accordingTo }
  if (liveRecords(doc, 'relations').some((one) => isSame(one, wanted))) return null
  return making.record('relations', { ...rest, ...wanted, support: [...new Set(support)].sort() })
}

/** People, organisations and groups can be at the end of a line. */
function isEnd(doc: Y.Doc, id: string): boolean {
  return (['people', 'organisations', 'households'] as const).some((kind) => live(doc, kind, id))
}

/** Whoever says so has to be in the case; a participant is under an account and needs not. */
function isKnown(doc: Y.Doc, accordingTo: CaseRelation['accordingTo']): boolean {
  return (
    accordingTo === null || accordingTo.person === null || live(doc, 'people', accordingTo.person) !== null
  )
}

type View = Pick<CaseRelation, 'from' | 'to' | 'type' | 'directed' | 'accordingTo'>

/** The same line according to the same person; without a direction its ends may be swapped. */
function isSame(one: View, other: View): boolean {
  if (one.type !== other.type || one.directed !== other.directed) return false
  const [a, b] = [one.accordingTo, other.accordingTo]
  if ((a?.person ?? null) !== (b?.person ?? null) || (a?.principal ?? null) !== (b?.principal ?? null))
    return false
  if (one.from === other.from && one.to === other.to) return true
  return !one.directed && one.from === other.to && one.to === other.from
}
