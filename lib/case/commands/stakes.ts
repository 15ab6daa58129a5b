import type * as Y from 'yjs'
import { applyTextDiff, clip } from '../diffText'
import { caseMap, isMap, readRecord, type RecordInput, textOf } from '../doc'
import { fieldsOf } from '../fields'
import { RECORDS } from '../schema'
import { Making } from './making'
import { type Actor, command, live, setValues } from './run'

type Attributes = Pick<
  RecordInput<'stakes'>,
  'influence' | 'interest' | 'stance' | 'nearness' | 'strength' | 'role'
>

/** What changes of a place in the stakeholder map; what is left out stays, null says that nobody knows. */
export type StakeChange = { id: string } & Attributes

/**
 * Gives people and organisations a place in the stakeholder map, as one step. Who had one before gets it back from the
 * bin, with what it said. False when all have one, or nobody of them is in the case.
 */
export function addStakes(doc: Y.Doc, actor: Actor, subjects: readonly string[]): boolean {
  const making = new Making(doc, actor)
  for (const subject of new Set(subjects)) {
    if (!live(doc, 'people', subject) && !live(doc, 'organisations', subject)) continue
    const known = stakesOf(doc, subject)
    if (known.some((one) => !one.get('binned'))) continue
    const [binned] = known
    if (binned) making.change(() => setValues(RECORDS.stakes, binned, { binned: null }))
    else making.record('stakes', { subject })
  }
  return making.commit('addStakes')
}

/** What somebody's place in the stakeholder map says, and what their part is in their own words. */
export function setStake(doc: Y.Doc, actor: Actor, change: StakeChange): boolean {
  return setAll(doc, actor, 'setStake', [change])
}

/** The same for several at once, as one step; who is not there, or what does not fit, is passed over. */
export function setStakes(doc: Y.Doc, actor: Actor, changes: readonly StakeChange[]): boolean {
  return setAll(doc, actor, 'setStakes', changes)
}

/**
 * Takes people out of the stakeholder map, as one step. Two people can have given somebody a place at once, and only
 * one of these is seen: both go.
 */
export function removeStakes(doc: Y.Doc, actor: Actor, ids: readonly string[]): boolean {
  const binned = { by: actor.principal, at: actor.now }
  const subjects = new Set(ids.map((id) => live(doc, 'stakes', id)?.get('subject')))
  const stakes = [...caseMap(doc, 'stakes').values()].filter(
    (one) => isMap(one) && !one.get('binned') && subjects.has(one.get('subject')),
  )
  if (stakes.length === 0) return false
  return command(doc, actor, 'removeStakes', () =>
    stakes.map((one) => setValues(RECORDS.stakes, one, { binned })).includes(true),
  )
}

function setAll(doc: Y.Doc, actor: Actor, name: string, changes: readonly StakeChange[]): boolean {
  const max = fieldsOf(RECORDS.stakes).get('role')?.max ?? 0
  return command(doc, actor, name, () =>
    changes
      .map(({ id, role, ...values }) => {
        const stake = live(doc, 'stakes', id)
        if (!stake) return false
        const text = role === undefined ? null : textOf(doc, 'stakes', id, 'role')
        const said = text !== null && applyTextDiff(text, clip(role ?? '', max))
        return setValues(RECORDS.stakes, stake, values) || said
      })
      .includes(true),
  )
}

/** All stakes of somebody that fit, binned or not, ascending by id. */
function stakesOf(doc: Y.Doc, subject: string): Y.Map<unknown>[] {
  return [...caseMap(doc, 'stakes').values()]
    .filter((one) => isMap(one) && one.get('subject') === subject && readRecord('stakes', one) !== null)
    .sort((a, b) => (String(a.get('id')) < String(b.get('id')) ? -1 : 1))
}
