import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { everyRecord } from '../changes'
import { caseMap, insertRecord, readCase } from '../doc'
import { findDamage } from '../integrity'
import { DrawingOrigin, TypingOrigin } from '../origins'
import { actor, newCase, replicas } from '../test-kit'
import { SessionUndo } from '../undo'
import { binRecord, restoreRecord } from './bin'
import { addOrganisation } from './organisations'
import { addPerson } from './people'
import { addStakes, removeStakes, setStake, setStakes } from './stakes'

function start() {
  const doc = newCase()
  const me = actor('ann')
  const mother = addPerson(doc, me, { name: 'Mirjam' }) ?? ''
  const school = addOrganisation(doc, me, { name: 'De Kersenpit' }) ?? ''
  const stakes = () => readCase(doc).stakes
  const idOf = (subject: string) => stakes().find((one) => one.subject === subject)?.id ?? ''
  return { doc, me, mother, school, stakes, idOf }
}

function historyOf(doc: Y.Doc) {
  const undo = new SessionUndo({ actor: 'ann', typing: new TypingOrigin(), drawing: new DrawingOrigin() })
  undo.add(doc)
  return undo
}

/** How many bytes of updates a change sends. */
function sent(doc: Y.Doc, change: () => void): number {
  let bytes = 0
  const count = (update: Uint8Array) => (bytes += update.length)
  doc.on('update', count)
  change()
  doc.off('update', count)
  return bytes
}

describe('places in the stakeholder map', () => {
  it('[STK40] several get a place in one step, each once; who is not in the case gets none', () => {
    const { doc, me, mother, school, stakes } = start()
    const undo = historyOf(doc)
    expect(addStakes(doc, me, [mother, school, mother, 'nobody'])).toBe(true)
    expect(
      stakes()
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual([mother, school].sort())
    expect(stakes()[0]).toMatchObject({ influence: null, nearness: null, createdBy: 'ann' })
    expect(sent(doc, () => expect(addStakes(doc, me, [school, mother, 'nobody'])).toBe(false))).toBe(0)
    expect(addStakes(doc, me, [])).toBe(false)
    undo.undo()
    expect(stakes()).toEqual([])
    expect(findDamage(doc, everyRecord(doc))).toEqual([])
  })

  it('[STK41] who had a place before gets it back from the bin with what it said', () => {
    const { doc, me, mother, stakes, idOf } = start()
    addStakes(doc, me, [mother])
    const id = idOf(mother)
    setStake(doc, me, { id, nearness: 0.8, role: 'zorgt elke dag' })
    expect(binRecord(doc, me, { kind: 'stakes', id })).toBe(true)
    expect(stakes()).toEqual([])
    expect(addStakes(doc, me, [mother])).toBe(true)
    expect(stakes()).toMatchObject([{ id, nearness: 0.8, role: 'zorgt elke dag' }])
    expect(caseMap(doc, 'stakes').size).toBe(1)
  })

  it('[STK42] what a place says is set field by field; the same again, what does not fit and unknown ids change nothing', () => {
    const { doc, me, mother, stakes, idOf } = start()
    addStakes(doc, me, [mother])
    const id = idOf(mother)
    expect(
      setStake(doc, me, { id, influence: 0.25, interest: 1, stance: -2, strength: 5, nearness: 0 }),
    ).toBe(true)
    expect(setStake(doc, me, { id, interest: null, role: 'moeder' })).toBe(true)
    const said = { influence: 0.25, interest: null, stance: -2, strength: 5, nearness: 0, role: 'moeder' }
    expect(stakes()).toMatchObject([said])
    const wrong = [
      { id, ...said },
      { id },
      { id, influence: 1.2, interest: 1 },
      { id, stance: 0.5 },
      { id, strength: 0 },
      { id, nearness: Number.NaN },
      { id: 'nobody', stance: 1 },
      { id: '', role: 'x' },
    ]
    for (const change of wrong) expect(sent(doc, () => expect(setStake(doc, me, change)).toBe(false))).toBe(0)
    expect(stakes()).toMatchObject([said])
    expect(setStake(doc, me, { id, role: 'y'.repeat(500) })).toBe(true)
    expect(stakes()[0]?.role).toHaveLength(200)
    binRecord(doc, me, { kind: 'stakes', id })
    expect(setStake(doc, me, { id, stance: 1 })).toBe(false)
  })

  it('[STK43] several that are put down together are one step, and one that is gone keeps none of them back', () => {
    const { doc, me, mother, school, stakes, idOf } = start()
    addStakes(doc, me, [mother, school])
    const undo = historyOf(doc)
    const changes = [
      { id: idOf(mother), influence: 0.1, interest: 0.2 },
      { id: 'nobody', influence: 1, interest: 1 },
      { id: idOf(school), influence: 0.3, interest: 0.4 },
    ]
    expect(setStakes(doc, me, changes)).toBe(true)
    expect(setStakes(doc, me, changes)).toBe(false)
    const influences = () =>
      Object.fromEntries(stakes().map(({ subject, influence }) => [subject, influence]))
    expect(influences()).toEqual({ [mother]: 0.1, [school]: 0.3 })
    undo.undo()
    expect(influences()).toEqual({ [mother]: null, [school]: null })
  })

  it('[STK44] two people who move one symbol in two forms both keep what they did', () => {
    const { doc, me, mother, idOf } = start()
    addStakes(doc, me, [mother])
    setStake(doc, me, { id: idOf(mother), nearness: 0.1, influence: 0.1, interest: 0.1 })
    const { a, b, sync } = replicas(doc)
    setStake(a, me, { id: idOf(mother), nearness: 0.7 })
    setStake(b, actor('bo'), { id: idOf(mother), influence: 0.2, interest: 0.9 })
    sync()
    for (const one of [a, b])
      expect(readCase(one).stakes).toMatchObject([{ nearness: 0.7, influence: 0.2, interest: 0.9 }])
  })

  it('[STK45] taking people out is one step, takes both of two places of one person, and comes back whole', () => {
    const { doc, me, mother, school, stakes, idOf } = start()
    addStakes(doc, me, [mother, school])
    insertRecord(doc, 'stakes', { id: 'twin', subject: mother, stance: 1 })
    const undo = historyOf(doc)
    expect(removeStakes(doc, me, ['twin', 'nobody'])).toBe(true)
    expect(stakes().map(({ subject }) => subject)).toEqual([school])
    expect(removeStakes(doc, me, ['twin', 'nobody'])).toBe(false)
    undo.undo()
    expect(stakes()).toHaveLength(3)
    const id = idOf(school)
    expect(removeStakes(doc, me, [id])).toBe(true)
    expect(restoreRecord(doc, me, { kind: 'stakes', id })).toBe(true)
    expect(stakes()).toHaveLength(3)
  })
})
