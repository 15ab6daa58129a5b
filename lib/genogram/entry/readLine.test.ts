import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { makeFamily } from '@/lib/case/commands/family'
import { addPerson, setBirth } from '@/lib/case/commands/people'
import { readCase } from '@/lib/case/doc'
import { DrawingOrigin, TypingOrigin } from '@/lib/case/origins'
import { actor, newCase } from '@/lib/case/test-kit'
import { SessionUndo } from '@/lib/case/undo'
import { pictureOf, TODAY } from '../case-kit'
import { readFamilyLine } from './readLine'

const nl = { locale: 'nl', today: TODAY } as const
const en = { locale: 'en', today: TODAY } as const

/** What a line makes of an empty case, in names. */
function made(text: string, context: typeof nl | typeof en = nl) {
  const doc = newCase()
  const draft = readFamilyLine(text, [], context)
  makeFamily(doc, actor('ann'), { draft })
  const all = readCase(doc)
  const name = (id: string) => all.people.find((person) => person.id === id)?.name ?? id
  const { unions } = pictureOf(all).input
  return {
    people: all.people
      .map(({ name, gender, birth, death }) => [name, gender, birth.date, death?.date ?? null].join(' '))
      .sort(),
    unions: unions
      .map(
        ({ partners, children }) =>
          `${partners.map(name).sort().join('+')}: ${children
            .map(({ child, type }) => `${name(child)} ${type}`)
            .sort()
            .join(', ')}`,
      )
      .sort(),
    phases: all.partnerships.flatMap(({ phases }) =>
      Object.values(phases).map(({ type, date }) => `${type} ${date}`),
    ),
    unclear: draft.unclear,
  }
}

describe('a typed line about a family', () => {
  it('[GC35] a child, their parents and a brother', () => {
    const wanted = {
      people: ['Fatiha unknown  ', 'Ruud unknown  ', 'Sanne female 2009 ', 'Sem male 2005 '],
      unions: ['Fatiha+Ruud: Sanne biological, Sem biological'],
      phases: [],
      unclear: [],
    }
    expect(made('Sanne (2009), dochter van Ruud en Fatiha; broer Sem 2005')).toEqual(wanted)
    expect(made('Sanne (2009), daughter of Ruud and Fatiha; brother Sem 2005', en)).toEqual(wanted)
  })

  it('[GC35] a couple with what became of it, and their children', () => {
    const wanted = {
      people: ['Fatiha unknown  ', 'Ruud unknown  ', 'Sanne unknown 2009 ', 'Sem unknown 2005 '],
      unions: ['Fatiha+Ruud: Sanne biological, Sem biological'],
      phases: ['divorce 2013'],
      unclear: [],
    }
    expect(made('Ruud en Fatiha, gescheiden 2013; kinderen Sanne 2009 en Sem 2005')).toEqual(wanted)
    expect(made('Ruud en Fatiha, gescheiden in 2013; kinderen Sanne 2009, Sem 2005')).toEqual(wanted)
    expect(made('Ruud and Fatiha, divorced 2013; children Sanne 2009 and Sem 2005', en)).toEqual(wanted)
  })

  it('[GC35] a parent who died, foster and adopted children, partners and a parent who comes later', () => {
    const bep = {
      people: ['Oma Bep female  2012', 'Ruud unknown  '],
      unions: ['Oma Bep: Ruud biological'],
      phases: [],
      unclear: [],
    }
    expect(made('oma Bep †2012, moeder van Ruud')).toEqual(bep)
    expect(made('oma Bep, overleden 2012, moeder van Ruud')).toEqual(bep)
    expect(made('Ruud, pleegzoon van Ans; getrouwd met Fatiha 1998; adoptiedochter Joy ±2001')).toEqual({
      people: ['Ans unknown  ', 'Fatiha unknown  ', 'Joy female 2001~ ', 'Ruud male  '],
      unions: ['Ans: Ruud foster', 'Fatiha+Ruud: ', 'Ruud: Joy adopted'],
      phases: ['marriage 1998'],
      unclear: [],
    })
  })

  it('[GC36] what is not understood makes nothing, and is kept as it was typed', () => {
    const { people, unions, unclear } = made(
      'Sanne 2009, dol op paarden & zo?; dochter van Ruud, Fatiha en Bo',
    )
    expect([people, unions]).toEqual([['Ruud unknown  ', 'Sanne female 2009 '], ['Ruud: Sanne biological']])
    expect(unclear).toEqual(['dol op paarden & zo?', 'Fatiha en Bo'])
    expect(made('moeder van Ruud').people).toEqual([])
    expect(made('Sanne 31/02/20zz').people).toEqual([])
  })

  it('[GC37] who is in the case is recognised by name; where two can be meant nothing is made before a choice', () => {
    const doc = newCase()
    const who = actor('ann')
    const ruud = addPerson(doc, who, { name: 'Ruud' }) ?? ''
    const sanne =
      addPerson(doc, who, { name: 'Sanne de Wit', birth: { date: '2008', originalText: '' } }) ?? ''
    const draft = readFamilyLine('Sanne 2009, dochter van ruud', readCase(doc).people, nl)
    expect(draft.people).toMatchObject([
      { name: 'Sanne', existing: null, choices: [sanne] },
      { existing: ruud },
    ])
    expect(makeFamily(doc, who, { draft })).toBeNull()
    expect(makeFamily(doc, who, { draft, chosen: new Map([['sanne', sanne]]) })?.get('sanne')).toBe(sanne)
    const { people, parentages } = readCase(doc)
    // What was known of her stays: the line does not overrule it.
    expect(people.find(({ id }) => id === sanne)?.birth.date).toBe('2008')
    expect(parentages).toMatchObject([{ child: sanne, parent: ruud }])
    expect(people).toHaveLength(2)
  })

  it('[GC38] what a line makes is one step back, and a line that cannot be makes nothing', () => {
    const doc = newCase()
    const undo = new SessionUndo({ actor: 'ann', typing: new TypingOrigin(), drawing: new DrawingOrigin() })
    undo.add(doc)
    const who = actor('ann')
    const ruud = addPerson(doc, who, { name: 'Ruud' }) ?? ''
    const before = readCase(doc)
    const draft = readFamilyLine(
      'Ruud 1970 en Fatiha, getrouwd 1998; kinderen Sanne en Sem',
      before.people,
      nl,
    )
    expect(makeFamily(doc, who, { draft })?.get('ruud')).toBe(ruud)
    expect(readCase(doc).people).toHaveLength(4)
    undo.undo()
    expect(readCase(doc)).toEqual(before)
    setBirth(doc, who, { id: ruud, date: '1970', originalText: '' })
    const loop = readFamilyLine('Ruud, zoon van Bep; kinderen Bep en Sem', readCase(doc).people, nl)
    const there = readCase(doc, { withBinned: true })
    expect(makeFamily(doc, who, { draft: loop })).toBeNull()
    expect(readCase(doc, { withBinned: true })).toEqual(there)
  })

  it('[GC39] whatever is typed, reading and making do not throw, and every link is between people of the draft', () => {
    const word = fc.constantFrom(
      'Ruud',
      'en',
      ',',
      ';',
      'dochter',
      'van',
      '2009',
      '†',
      'broer',
      '(',
      'gescheiden',
      '±',
      'zz9',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((all) => all.join(' ')),
        ),
        (text) => {
          const draft = readFamilyLine(text, [], nl)
          for (const { parents, child } of draft.children)
            for (const key of [...parents, child])
              expect(draft.people.some((one) => one.key === key)).toBe(true)
          const doc = newCase()
          makeFamily(doc, actor('ann'), { draft })
          pictureOf(readCase(doc))
        },
      ),
      { numRuns: 300 },
    )
  })
})
