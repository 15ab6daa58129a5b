import { describe, expect, it } from 'vitest'
import { addParents } from '@/lib/case/commands/kin'
import { addPerson } from '@/lib/case/commands/people'
import { readCase } from '@/lib/case/doc'
import { SessionUndo } from '@/lib/case/undo'
import { DrawingOrigin, TypingOrigin } from '@/lib/case/origins'
import { actor, newCase } from '@/lib/case/test-kit'
import { caseOf, TODAY } from './case-kit'
import { familyGroups } from './familyGroups'
import { childrenOf, couplesOf, parentsOf, relationsBetween, siblingsOf } from './relatives'

const person = (id: string, year?: number) => ({
  id,
  name: id,
  birth: { date: year ? String(year) : null, originalText: '' },
})

const FAMILY = caseOf({
  people: [
    person('ilse'),
    person('noor', 2016),
    person('ruud'),
    person('fatiha'),
    person('sanne', 2009),
    person('sem', 2005),
    person('buur'),
  ],
  partnerships: [
    { id: 'p1', partners: ['fatiha', 'ruud'] },
    { id: 'p2', partners: ['ilse', 'ruud'] },
    { id: 'p3', partners: ['ruud', 'gone'] },
  ],
  parentages: [
    { id: 'k1', child: 'sanne', partnership: 'p1' },
    { id: 'k2', child: 'sem', partnership: 'p1' },
    { id: 'k3', child: 'noor', partnership: 'p2' },
    { id: 'k4', child: 'gone', partnership: 'p2' },
  ],
  relations: [
    { id: 'r1', from: 'sanne', to: 'ruud', accordingTo: { person: 'sanne', principal: null } },
    { id: 'r2', from: 'ruud', to: 'sanne', accordingTo: { person: 'ruud', principal: null } },
    { id: 'r3', from: 'sanne', to: 'sem' },
  ],
})

describe('who belongs to whom', () => {
  it('[GP3] partners, children and parents are those who are there, children by birth', () => {
    expect(couplesOf(FAMILY, 'ruud').map(({ partner }) => partner)).toEqual(['fatiha', 'ilse'])
    expect(childrenOf(FAMILY, 'ruud', TODAY).map((one) => one.person)).toEqual(['sem', 'sanne', 'noor'])
    expect(parentsOf(FAMILY, 'noor').map((one) => one.person)).toEqual(['ilse', 'ruud'])
  })

  it('[GP3] brothers and sisters are named once, and who shares one of two parents is half', () => {
    expect(siblingsOf(FAMILY, 'sanne', TODAY)).toEqual([
      { person: 'sem', half: false },
      { person: 'noor', half: true },
    ])
  })

  it('[GP6] lines between the same two are found from either end', () => {
    expect(relationsBetween(FAMILY, 'ruud', 'sanne').map(({ id }) => id)).toEqual(['r1', 'r2'])
  })

  it('[GP5] everybody stands in the list, above before below, also when the data goes round', () => {
    const { couples, others } = familyGroups(FAMILY, TODAY)
    expect(couples.map(({ partners, children }) => [...partners, ...children])).toEqual([
      ['fatiha', 'ruud', 'sem', 'sanne'],
      ['ilse', 'ruud', 'noor'],
    ])
    expect(others.family).toEqual(['buur'])
    const round = caseOf({
      people: [person('a'), person('b')],
      parentages: [
        { id: 'k1', child: 'a', parent: 'b' },
        { id: 'k2', child: 'b', parent: 'a' },
      ],
    })
    expect(familyGroups(round, TODAY).couples).toHaveLength(2)
  })

  it('[GP4] parents, what they are to each other and since when are one step', () => {
    const doc = newCase()
    const undo = new SessionUndo({ actor: 'ann', typing: new TypingOrigin(), drawing: new DrawingOrigin() })
    undo.add(doc)
    const by = actor('ann')
    const child = addPerson(doc, by, { name: 'Sanne' })!
    addParents(doc, by, {
      of: child,
      parents: [{ new: { name: 'Ruud' } }, { new: { name: 'Fatiha' } }],
      phase: { type: 'marriage', date: '1998', originalText: '1998' },
      type: 'foster',
      date: '2018/2020',
      originalText: 'van 2018 tot 2020',
    })
    const all = readCase(doc)
    expect(Object.values(all.partnerships[0]!.phases)).toMatchObject([{ type: 'marriage', date: '1998' }])
    expect(all.parentages).toMatchObject([{ type: 'foster', date: '2018/2020' }])
    undo.undo()
    expect(readCase(doc)).toMatchObject({ people: [{ name: 'Sanne' }], partnerships: [], parentages: [] })
  })
})
