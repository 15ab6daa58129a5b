import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { everyRecord } from '../changes'
import { readCase } from '../doc'
import { findDamage } from '../integrity'
import { birthParents, isAncestor, readKin } from '../kin'
import { CommandOrigin, DrawingOrigin, TypingOrigin } from '../origins'
import { actor, newCase } from '../test-kit'
import { SessionUndo } from '../undo'
import { binRecord, restoreRecord } from './bin'
import { addChild, addParent, addParents, addPartner, addSibling } from './kin'
import { addPerson } from './people'
import { setMoreChildren } from './partnerships'
import { addPhase, removePhase, setPhase } from './phases'
import { clearMultiple, setMultiple, setParentage } from './parentages'
import { addNetworkMember } from './relations'

const who = () => actor('ann')
const named = (name: string) => ({ new: { name } })

/** A case with people of these names, and their ids. */
function withPeople(...names: string[]) {
  const doc = newCase()
  const me = who()
  return { doc, me, ids: names.map((name) => addPerson(doc, me, { name }) ?? '') }
}

/** Names of commands that changed something. */
function stepsOf(doc: Y.Doc): string[] {
  const steps: string[] = []
  doc.on('afterTransaction', ({ origin, changed }: Y.Transaction) => {
    if (origin instanceof CommandOrigin && changed.size > 0) steps.push(origin.name)
  })
  return steps
}

describe('who belongs to whom', () => {
  it('[GC1] partner, child, parents, parent, brother or sister and network are each made with their people as one step', () => {
    const { doc, me, ids } = withPeople('Ruud')
    const [ruud = ''] = ids
    const undo = new SessionUndo({ actor: 'ann', typing: new TypingOrigin(), drawing: new DrawingOrigin() })
    undo.add(doc)
    const steps = stepsOf(doc)
    const before = readCase(doc)
    const couple = addPartner(doc, me, {
      of: ruud,
      partner: named('Fatiha'),
      phase: { type: 'marriage', date: '1998' },
    })
    const child = addChild(doc, me, { of: { partnership: couple?.link ?? '' }, child: named('Sanne') })
    const brother = addSibling(doc, me, { of: child?.person ?? '', sibling: named('Sem') })
    addParents(doc, me, { of: ruud, parents: [named('Bep'), named('Jan')] })
    addParent(doc, me, { of: couple?.person ?? '', parent: named('Amina') })
    addNetworkMember(doc, me, { near: ruud, member: { newOrganisation: { name: 'School', kind: 'school' } } })
    const all = readCase(doc)
    expect(all.people.map(({ name }) => name).sort()).toEqual([
      'Amina',
      'Bep',
      'Fatiha',
      'Jan',
      'Ruud',
      'Sanne',
      'Sem',
    ])
    expect(birthParents(all, brother?.person ?? '')).toEqual([ruud, couple?.person ?? ''].sort())
    expect(Object.values(all.partnerships.find(({ id }) => id === couple?.link)?.phases ?? {})).toMatchObject(
      [{ type: 'marriage', date: '1998' }],
    )
    expect(all.relations).toMatchObject([{ from: ruud, type: 'plain', directed: false }])
    expect(steps).toEqual([
      'addPartner',
      'addChild',
      'addSibling',
      'addParents',
      'addParent',
      'addNetworkMember',
    ])
    for (let i = 0; i < 6; i++) expect(undo.undo()).toBe(true)
    expect(readCase(doc)).toEqual(before)
    for (let i = 0; i < 6; i++) undo.redo()
    expect(readCase(doc)).toEqual(all)
    expect(findDamage(doc, everyRecord(doc))).toEqual([])
  })

  it('[GC2] nobody becomes their own partner, parent, child or sibling, and nothing is left of the attempt', () => {
    const { doc, me, ids } = withPeople('Ruud')
    const [id = ''] = ids
    const there = readCase(doc, { withBinned: true })
    expect(addPartner(doc, me, { of: id, partner: { id } })).toBeNull()
    expect(addChild(doc, me, { of: { parent: id }, child: { id } })).toBeNull()
    expect(addChild(doc, me, { of: { couple: [id, id] }, child: named('Sem') })).toBeNull()
    expect(addParents(doc, me, { of: id, parents: [{ id }, named('Bep')] })).toBeNull()
    expect(addParent(doc, me, { of: id, parent: { id } })).toBeNull()
    expect(addSibling(doc, me, { of: id, sibling: { id } })).toBeNull()
    expect(addPartner(doc, me, { of: 'nobody', partner: named('Sem') })).toBeNull()
    expect(addChild(doc, me, { of: { parent: 'nobody' }, child: named('Sem') })).toBeNull()
    expect(readCase(doc, { withBinned: true })).toEqual(there)
  })

  it('[GC3] two people are a couple once, and a child is theirs in one way once', () => {
    const { doc, me, ids } = withPeople('Ruud', 'Fatiha', 'Sanne')
    const [a = '', b = '', child = ''] = ids
    const link = addPartner(doc, me, { of: a, partner: { id: b } })?.link ?? ''
    expect(addPartner(doc, me, { of: b, partner: { id: a } })).toBeNull()
    expect(addChild(doc, me, { of: { couple: [b, a] }, child: { id: child } })).not.toBeNull()
    expect(addChild(doc, me, { of: { partnership: link }, child: { id: child } })).toBeNull()
    expect(readCase(doc).partnerships).toHaveLength(1)
    expect(
      addChild(doc, me, { of: { partnership: link }, child: { id: child }, type: 'adopted' }),
    ).not.toBeNull()
  })

  it('[GC4] nobody descends from themselves through commands, whatever is tried', () => {
    const step = fc.record({ do: fc.nat(3), a: fc.nat(5), b: fc.nat(5), c: fc.nat(5) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { doc, me, ids } = withPeople('A', 'B', 'C', 'D', 'E', 'F')
        for (const { do: what, ...at } of steps) {
          const [a = '', b = '', c = ''] = [ids[at.a], ids[at.b], ids[at.c]]
          if (what === 0) addChild(doc, me, { of: { parent: a }, child: { id: b }, type: 'foster' })
          else if (what === 1) addChild(doc, me, { of: { couple: [a, b] }, child: { id: c } })
          else if (what === 2) addParent(doc, me, { of: a, parent: { id: b } })
          else addSibling(doc, me, { of: a, sibling: { id: b } })
        }
        const kin = readKin(doc)
        for (const { id } of readCase(doc).people) {
          expect(isAncestor(kin, id, id)).toBe(false)
          expect(birthParents(kin, id).length).toBeLessThanOrEqual(2)
        }
        const couples = kin.partnerships.map(({ partners }) => partners.join(' '))
        expect(new Set(couples).size).toBe(couples.length)
      }),
      { numRuns: 60 },
    )
  })

  it('[GC5] a child has two parents by birth at most, and as many others as there were', () => {
    const { doc, me, ids } = withPeople('Sanne')
    const [id = ''] = ids
    addParents(doc, me, { of: id, parents: [named('Ruud'), named('Fatiha')] })
    expect(addParent(doc, me, { of: id, parent: named('Jan') })).toBeNull()
    const foster = addParents(doc, me, { of: id, parents: [named('An'), named('Piet')], type: 'foster' })
    expect(foster).not.toBeNull()
    expect(setParentage(doc, me, { id: foster?.link ?? '', type: 'biological' })).toBe(false)
    expect(setParentage(doc, me, { id: foster?.link ?? '', type: 'adopted', date: '2010/2014' })).toBe(true)
    expect(addChild(doc, me, { of: { parent: id }, child: named('Kim') })).not.toBeNull()
  })

  it('[GC6] a second parent makes a couple with the one who stood alone', () => {
    const { doc, me, ids } = withPeople('Sanne', 'Fatiha', 'Ruud')
    const [child = '', a = '', b = ''] = ids
    const first = addParent(doc, me, { of: child, parent: { id: a } })
    const second = addParent(doc, me, { of: child, parent: { id: b } })
    expect(second?.link).toBe(first?.link)
    const { partnerships, parentages } = readCase(doc)
    expect(partnerships.map(({ partners }) => partners)).toEqual([[a, b].sort()])
    expect(parentages).toMatchObject([{ child, parent: null, partnership: partnerships[0]?.id }])
  })

  it('[GC7] brothers of whom no parent is known share one without a name', () => {
    const { doc, me, ids } = withPeople('Sanne', 'Sem')
    const [a = '', b = ''] = ids
    addSibling(doc, me, { of: a, sibling: { id: b } })
    const all = readCase(doc)
    expect(all.people.filter(({ name }) => name === '')).toHaveLength(1)
    expect(birthParents(all, a)).toEqual(birthParents(all, b))
    expect(addSibling(doc, me, { of: b, sibling: { id: a } })).toBeNull()
    const third = addSibling(doc, me, { of: b, sibling: named('Kim') })
    expect(birthParents(readCase(doc), third?.person ?? '')).toEqual(birthParents(all, a))
  })

  it('[GC8] children of one pregnancy are of the same parents, and at least two', () => {
    const { doc, me, ids } = withPeople('Fatiha')
    const of = { parent: ids[0] ?? '' }
    const [a = '', b = ''] = ['Sanne', 'Sem'].map(
      (name) => addChild(doc, me, { of, child: named(name) })?.link ?? '',
    )
    const other = addParent(doc, me, { of: ids[0] ?? '', parent: named('Amina') })?.link ?? ''
    expect(setMultiple(doc, me, { parentages: [a], identical: null })).toBe(false)
    expect(setMultiple(doc, me, { parentages: [a, other], identical: null })).toBe(false)
    expect(setMultiple(doc, me, { parentages: [a, b], identical: null })).toBe(true)
    const keyOf = () => readCase(doc).parentages.find(({ id }) => id === a)?.multiple
    const key = keyOf()
    expect(setMultiple(doc, me, { parentages: [a, b], identical: true })).toBe(true)
    expect(keyOf()).toBe(key)
    expect(clearMultiple(doc, me, a)).toBe(true)
    expect(keyOf()).toBeNull()
  })

  it('[GC9] phases follow each other, change, go and come back', () => {
    const { doc, me, ids } = withPeople('Ruud', 'Fatiha')
    const [a = '', b = ''] = ids
    const partnership = addPartner(doc, me, { of: a, partner: { id: b } })?.link ?? ''
    const phase =
      addPhase(doc, me, { partnership, phase: { type: 'marriage', date: '1998', originalText: '1998' } }) ??
      ''
    expect(addPhase(doc, me, { partnership, phase: { type: '' } })).toBeNull()
    expect(addPhase(doc, me, { partnership: 'nobody', phase: { type: 'divorce' } })).toBeNull()
    expect(addPhase(doc, me, { partnership, phase: { type: 'divorce', date: '2013' } })).not.toBeNull()
    expect(setPhase(doc, me, { partnership, phase, date: '1999~', originalText: 'rond 1999' })).toBe(true)
    expect(setPhase(doc, me, { partnership, phase, date: '1999~', originalText: 'rond 1999' })).toBe(false)
    const phases = () => Object.values(readCase(doc).partnerships[0]?.phases ?? {})
    expect(
      phases()
        .map(({ type, date }) => `${type} ${date}`)
        .sort(),
    ).toEqual(['divorce 2013', 'marriage 1999~'])
    expect(
      phases().find(({ type }) => type === 'marriage')!.order <
        phases().find(({ type }) => type === 'divorce')!.order,
    ).toBe(true)
    expect(removePhase(doc, me, { partnership, phase })).toBe(true)
    expect(phases()).toHaveLength(1)
  })

  it('[GC44] whether a couple will have more children is said, changed and taken back', () => {
    const { doc, me, ids } = withPeople('Ruud', 'Fatiha')
    const [a = '', b = ''] = ids
    const id = addPartner(doc, me, { of: a, partner: { id: b } })?.link ?? ''
    const undo = new SessionUndo({ actor: 'ann', typing: new TypingOrigin(), drawing: new DrawingOrigin() })
    undo.add(doc)
    const said = () => readCase(doc).partnerships[0]?.moreChildren
    expect(said()).toBeNull()
    expect(setMoreChildren(doc, me, { id, moreChildren: 'no' })).toBe(true)
    expect(setMoreChildren(doc, me, { id, moreChildren: 'no' })).toBe(false)
    expect(setMoreChildren(doc, me, { id, moreChildren: 'often' as never })).toBe(false)
    expect(setMoreChildren(doc, me, { id: 'nobody', moreChildren: 'no' })).toBe(false)
    undo.undo()
    expect(said()).toBeNull()
    undo.redo()
    expect(said()).toBe('no')
    expect(setMoreChildren(doc, me, { id, moreChildren: null })).toBe(true)
    expect(said()).toBeNull()
  })

  it('[GC10] what is put in the bin comes back with all that hung on it', () => {
    const { doc, me, ids } = withPeople('Sanne')
    const [id = ''] = ids
    const made = addParents(doc, me, { of: id, parents: [named('Ruud'), named('Fatiha')] })
    const before = readCase(doc)
    for (const record of [
      { kind: 'partnerships', id: made?.partnership ?? '' },
      { kind: 'parentages', id: made?.link ?? '' },
      { kind: 'people', id: made?.parents[0] ?? '' },
    ] as const) {
      expect(binRecord(doc, me, record)).toBe(true)
      expect(readCase(doc)).not.toEqual(before)
      expect(restoreRecord(doc, me, record)).toBe(true)
      expect(readCase(doc)).toEqual(before)
    }
  })
})
