import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { everyRecord } from '../changes'
import { readCase } from '../doc'
import { findDamage } from '../integrity'
import { CommandOrigin, DrawingOrigin, TypingOrigin } from '../origins'
import { eventsWith } from '../queries'
import { actor, newCase, plainEvent } from '../test-kit'
import { SessionUndo } from '../undo'
import { binRecord, restoreRecord } from './bin'
import { addEvent } from './events'
import { confirmName } from './names'
import { addOrganisation, addOrganisationOf, setOrganisationKind, unlinkOrganisation } from './organisations'
import { addPerson, setBirth, setCircle, setIndexPerson, setOrganisation } from './people'

const ann = () => actor('ann')

/** How many updates a change makes. */
function updatesOf(doc: Y.Doc, change: () => void): number {
  let updates = 0
  const count = () => void updates++
  doc.on('update', count)
  change()
  doc.off('update', count)
  return updates
}

describe('people and organisations', () => {
  it('[PE3] birth, circle and organisation of a person are set, and saying the same again writes nothing', () => {
    const doc = newCase()
    const who = ann()
    const id = addPerson(doc, who, { name: ' Roos ' }) ?? ''
    const school = addOrganisation(doc, who, { name: ' De Regenboog ', kind: 'school' }) ?? ''
    const say = () => [
      setBirth(doc, who, { id, date: '2000~', originalText: 'rond 2000' }),
      setCircle(doc, who, { kind: 'people', id, circle: 'family' }),
      setCircle(doc, who, { kind: 'organisations', id: school, circle: 'network' }),
      setOrganisation(doc, who, { id, organisation: school }),
      setOrganisationKind(doc, who, { id: school, kind: ' basisschool ' }),
    ]
    expect(say()).toEqual([true, true, true, true, true])
    expect(readCase(doc).people).toMatchObject([
      {
        name: 'Roos',
        birth: { date: '2000~', originalText: 'rond 2000' },
        circle: 'family',
        organisation: school,
      },
    ])
    expect(readCase(doc).organisations).toMatchObject([
      { name: 'De Regenboog', kind: 'basisschool', circle: 'network' },
    ])
    expect(updatesOf(doc, () => expect(say()).toEqual([false, false, false, false, false]))).toBe(0)
    expect(setOrganisation(doc, who, { id, organisation: null })).toBe(true)
    expect(findDamage(doc, everyRecord(doc))).toEqual([])
  })

  it('[PE4] a person joins no organisation that is gone or in the bin, and a binned person is left alone', () => {
    const doc = newCase()
    const who = ann()
    const id = addPerson(doc, who, { name: 'Roos' }) ?? ''
    const school = addOrganisation(doc, who, { name: 'School' }) ?? ''
    binRecord(doc, who, { kind: 'organisations', id: school })
    expect(setOrganisation(doc, who, { id, organisation: school })).toBe(false)
    expect(setOrganisation(doc, who, { id, organisation: 'nobody' })).toBe(false)
    binRecord(doc, who, { kind: 'people', id })
    expect(setBirth(doc, who, { id, date: '2000', originalText: '2000' })).toBe(false)
    expect(setCircle(doc, who, { kind: 'people', id, circle: 'family' })).toBe(false)
    expect(addOrganisationOf(doc, who, { person: id, name: 'Wijkteam' })).toBeNull()
    expect(readCase(doc, { withBinned: true }).organisations).toHaveLength(1)
  })

  it('[PE5] a new organisation of a person is one step back, and then lies in the bin', () => {
    const doc = newCase()
    const undo = new SessionUndo({ actor: 'ann', typing: new TypingOrigin(), drawing: new DrawingOrigin() })
    undo.add(doc)
    const who = ann()
    const person = addPerson(doc, who, { name: 'Juf Anja', circle: 'professional' }) ?? ''
    const school = addOrganisationOf(doc, who, { person, name: 'De Regenboog' })
    expect(readCase(doc).people[0]?.organisation).toBe(school)
    undo.undo()
    expect(readCase(doc).people[0]?.organisation).toBeNull()
    expect(readCase(doc).organisations).toEqual([])
    expect(readCase(doc, { withBinned: true }).organisations).toMatchObject([{ name: 'De Regenboog' }])
  })

  it('[PE6] an organisation is taken off one moment and stays on the others, also when it is in the bin', () => {
    const doc = newCase()
    const who = ann()
    const events = ['Eerste', 'Tweede'].map((title) =>
      addEvent(doc, who, { ...plainEvent(title), names: ['wijkteam'] }),
    )
    const [first = '', second = ''] = events.map(String)
    const team = confirmName(doc, who, { name: 'wijkteam', as: 'organisation' }) ?? ''
    expect(eventsWith(readCase(doc).events, team).map(({ id }) => id)).toEqual([first, second])
    expect(unlinkOrganisation(doc, who, { id: first, organisation: team })).toBe(true)
    expect(unlinkOrganisation(doc, who, { id: first, organisation: team })).toBe(false)
    expect(eventsWith(readCase(doc).events, team).map(({ id }) => id)).toEqual([second])
    binRecord(doc, who, { kind: 'organisations', id: team })
    expect(unlinkOrganisation(doc, who, { id: second, organisation: team })).toBe(true)
    expect(unlinkOrganisation(doc, who, { id: 'nobody', organisation: team })).toBe(false)
  })

  it('[PE7] a person comes back from the bin whole: moments, organisation, birth, and "om wie het gaat"', () => {
    const doc = newCase()
    const who = ann()
    const school = addOrganisation(doc, who, { name: 'School' }) ?? ''
    addEvent(doc, who, { ...plainEvent('Verhuizing'), names: ['Roos'] })
    const id = confirmName(doc, who, { name: 'Roos', as: 'person' }) ?? ''
    setBirth(doc, who, { id, date: '2000~', originalText: 'rond 2000' })
    setOrganisation(doc, who, { id, organisation: school })
    setIndexPerson(doc, who, id)
    const before = readCase(doc)
    binRecord(doc, who, { kind: 'people', id })
    expect(readCase(doc).people).toEqual([])
    restoreRecord(doc, who, { kind: 'people', id })
    expect(readCase(doc)).toEqual(before)
  })

  it('[PE8] a name becomes somebody the case knows on every moment that carries it', () => {
    const doc = newCase()
    const who = ann()
    for (const title of ['Eerste', 'Tweede', 'Derde'])
      addEvent(doc, who, { ...plainEvent(title), names: ['mama', 'juf'] })
    const mother = addPerson(doc, who, { name: 'Moeder' }) ?? ''
    const steps: string[] = []
    doc.on('afterTransaction', ({ origin, changed }: Y.Transaction) => {
      if (origin instanceof CommandOrigin && changed.size > 0) steps.push(origin.name)
    })
    expect(confirmName(doc, who, { name: 'mama', as: 'person', existingId: mother })).toBe(mother)
    const { events, people } = readCase(doc)
    expect(people.map(({ name }) => name)).toEqual(['Moeder'])
    expect(events.map((event) => [event.people, event.names])).toEqual(events.map(() => [[mother], ['juf']]))
    expect(steps).toEqual(['confirmName'])
  })
})
