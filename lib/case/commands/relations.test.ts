import { describe, expect, it } from 'vitest'
import { everyRecord } from '../changes'
import { readCase } from '../doc'
import { findDamage } from '../integrity'
import { actor, newCase } from '../test-kit'
import { binRecord } from './bin'
import { setCircleShown, setGenogramStyle } from './genogramView'
import { setText } from './texts'
import { addHousehold, setHouseholdDate, setHouseholdMember } from './households'
import { addParallel, answerParallel, setParallelTitle } from './parallels'
import { addPerson } from './people'
import { setBirthGender, setDeath, setGender, setKind, setMarks, setPlace, setRole } from './person'
import { pin, unpin, unpinAll } from './pins'
import { addRelation, setRelation, setSupport, turnRelation } from './relations'

function start() {
  const doc = newCase()
  const me = actor('ann')
  const [a = '', b = '', c = ''] = ['Iris', 'Rianne', 'Juf'].map((name) => addPerson(doc, me, { name }) ?? '')
  return { doc, me, a, b, c }
}

describe('lines, homes and settings', () => {
  it('[GC11] a line is there once according to the same person; others draw it in their own way', () => {
    const { doc, me, a, b } = start()
    const by = (person: string) => ({ person, principal: null })
    const first = addRelation(doc, me, { from: a, to: b, type: 'conflict', accordingTo: by(a) })
    expect(first).not.toBeNull()
    expect(addRelation(doc, me, { from: b, to: a, type: 'conflict', accordingTo: by(a) })).toBeNull()
    expect(addRelation(doc, me, { from: b, to: a, type: 'conflict', accordingTo: by(b) })).not.toBeNull()
    expect(addRelation(doc, me, { from: a, to: b, type: 'caretaker', accordingTo: by(a) })).not.toBeNull()
    expect(addRelation(doc, me, { from: b, to: a, type: 'caretaker', accordingTo: by(a) })).not.toBeNull()
    expect(addRelation(doc, me, { from: a, to: a })).toBeNull()
    expect(addRelation(doc, me, { from: a, to: 'nobody' })).toBeNull()
    expect(addRelation(doc, me, { from: a, to: b, accordingTo: by('nobody') })).toBeNull()
    expect(
      addRelation(doc, me, { from: a, to: b, accordingTo: { person: null, principal: 'ann' } }),
    ).not.toBeNull()
    expect(findDamage(doc, everyRecord(doc))).toEqual([])
  })

  it('[GC12] another kind of line has the direction of its kind; a line turns, and says what is given', () => {
    const { doc, me, a, b } = start()
    const id = addRelation(doc, me, { from: a, to: b }) ?? ''
    const line = () => readCase(doc).relations[0]
    expect(setRelation(doc, me, { id, type: 'jealous' })).toBe(true)
    expect(line()).toMatchObject({ type: 'jealous', directed: true })
    expect(turnRelation(doc, me, id)).toBe(true)
    expect(line()).toMatchObject({ from: b, to: a })
    expect(setRelation(doc, me, { id, type: 'close', date: '2010/..', originalText: 'sinds 2010' })).toBe(
      true,
    )
    expect(line()).toMatchObject({ type: 'close', directed: false, date: '2010/..' })
    expect(setSupport(doc, me, { id, support: 'advice', present: true })).toBe(true)
    expect(setSupport(doc, me, { id, support: 'advice', present: true })).toBe(false)
    expect(line()?.support).toEqual(['advice'])
    expect([line()?.secret, setRelation(doc, me, { id, secret: true }), line()?.secret]).toEqual([
      false,
      true,
      true,
    ])
  })

  it('[GC13] a household has members who are there, a name and a date', () => {
    const { doc, me, a, b } = start()
    expect(addHousehold(doc, me, { members: ['nobody'] })).toBeNull()
    const id = addHousehold(doc, me, { members: [a, 'nobody'], name: ' Thuis ' }) ?? ''
    expect(setHouseholdMember(doc, me, { id, member: b, present: true })).toBe(true)
    expect(setHouseholdMember(doc, me, { id, member: 'nobody', present: true })).toBe(false)
    expect(setText(doc, me, { kind: 'households', id, field: 'name', text: 'Bij Rianne' })).toBe(true)
    expect(setHouseholdDate(doc, me, { id, date: '2018/..', originalText: 'sinds 2018' })).toBe(true)
    expect(readCase(doc).households).toMatchObject([
      { name: 'Bij Rianne', members: [a, b].sort(), date: '2018/..' },
    ])
  })

  it('[GC14] a parallel has two sides that are there, and answers under the name of who gives them', () => {
    const { doc, me, a, b, c } = start()
    const [one = '', other = ''] = [
      addRelation(doc, me, { from: a, to: b }),
      addRelation(doc, me, { from: b, to: c }),
    ].map(String)
    expect(addParallel(doc, me, { left: [one], right: [] })).toBeNull()
    expect(addParallel(doc, me, { left: [one], right: [one, other] })).toBeNull()
    const id = addParallel(doc, me, { left: [one, 'nobody'], right: [other] }) ?? ''
    expect(setParallelTitle(doc, me, { id, title: 'zwijgen' })).toBe(true)
    expect(answerParallel(doc, me, { id, key: a, answer: 'yes', name: 'Iris' })).toBe(true)
    expect(answerParallel(doc, me, { id, key: 'ann', answer: 'unsure', name: '' })).toBe(true)
    expect(readCase(doc).parallels).toMatchObject([
      {
        left: [one],
        title: 'zwijgen',
        recognised: { [a]: { answer: 'yes', writtenBy: 'ann' }, ann: { answer: 'unsure', writtenBy: null } },
      },
    ])
    expect(answerParallel(doc, me, { id, key: a, answer: null, name: '' })).toBe(true)
    expect(Object.keys(readCase(doc).parallels[0]?.recognised ?? {})).toEqual(['ann'])
  })

  it('[GC15] a pin holds somebody; letting all go is one step, and a pin that comes back is the same one', () => {
    const { doc, me, a, b } = start()
    const put = (record: string, x: number) => pin(doc, me, { view: 'genogram', record, x, y: 1 })
    expect([put(a, 1), put(b, 2), put(a, 3), put(a, 3), put('nobody', 1), put(a, NaN)]).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    expect(new Set(readCase(doc).pins.map(({ x }) => x))).toEqual(new Set([2, 3]))
    expect(unpin(doc, me, { view: 'genogram', record: a })).toBe(true)
    expect(unpin(doc, me, { view: 'genogram', record: a })).toBe(false)
    expect(put(a, 9)).toBe(true)
    expect(readCase(doc, { withBinned: true }).pins).toHaveLength(2)
    expect(unpinAll(doc, me, 'genogram')).toBe(true)
    expect(readCase(doc).pins).toEqual([])
    expect(unpinAll(doc, me, 'genogram')).toBe(false)
  })

  it('[GC16] the settings of the picture are shared, and marks are off until somebody chooses them', () => {
    const { doc, me } = start()
    const view = () => readCase(doc).views.find(({ id }) => id === 'genogram')
    expect(view()).toMatchObject({
      profile: 'mcgoldrick',
      cross: 'beside',
      innerGender: false,
      marks: false,
    })
    expect(setGenogramStyle(doc, me, { profile: 'genopro', cross: 'over', marks: true })).toBe(true)
    expect(setGenogramStyle(doc, me, { profile: 'genopro' })).toBe(false)
    expect(setCircleShown(doc, me, { circle: 'professional', shown: false })).toBe(true)
    expect(view()).toMatchObject({
      profile: 'genopro',
      cross: 'over',
      marks: true,
      hiddenCircles: ['professional'],
    })
    expect(setCircleShown(doc, me, { circle: 'professional', shown: true })).toBe(true)
    expect(view()?.hiddenCircles).toEqual([])
  })

  it('[GC17] who somebody is: gender, birth, kind, death, role, place and marks, and none for who is in the bin', () => {
    const { doc, me, a: id } = start()
    const say = () => [
      setGender(doc, me, { id, gender: 'female' }),
      setBirthGender(doc, me, { id, birthGender: 'male' }),
      setKind(doc, me, { id, kind: 'pet' }),
      setDeath(doc, me, { id, death: { date: null, originalText: '' } }),
      setRole(doc, me, { id, role: ' zus ' }),
      setPlace(doc, me, { id, place: ' Delft ' }),
      setMarks(doc, me, { id, illness: 'suspected', migrated: 'one', secret: true }),
    ]
    expect(say()).toEqual(Array(7).fill(true))
    expect(readCase(doc).people.find((one) => one.id === id)).toMatchObject({
      gender: 'female',
      birthGender: 'male',
      kind: 'pet',
      death: { date: null },
      role: 'zus',
      place: 'Delft',
      illness: 'suspected',
      addiction: null,
      migrated: 'one',
      secret: true,
    })
    expect(say()).toEqual(Array(7).fill(false))
    binRecord(doc, me, { kind: 'people', id })
    expect(setGender(doc, me, { id, gender: 'male' })).toBe(false)
  })
})
