import type { RowOf } from '../caseFile'
import { organisationId, personId } from './ids'
import type { ExampleWords, OrganisationKey, PersonKey } from './types'

const day = (date: string, originalText = '') => ({ date, originalText })

export function people({ people: named, said }: ExampleWords): RowOf<'people'>[] {
  const facts: Record<PersonKey, Omit<RowOf<'people'>, 'id' | 'name' | 'role'>> = {
    anouk: { gender: 'female', circle: 'professional', organisation: organisationId('school') },
    fenna: { gender: 'female', circle: 'family', birth: day('2011-04-09'), place: 'Zutphen' },
    hetty: { gender: 'female', circle: 'family', birth: day('1951-03'), place: 'Zutphen' },
    judith: { gender: 'female', circle: 'professional', organisation: organisationId('practice') },
    karim: { gender: 'male', circle: 'network', birth: day('1965~', said.karimBirth), place: 'Zutphen' },
    mees: { gender: 'male', circle: 'family', birth: day('2014-22', said.meesBirth), place: 'Zutphen' },
    patrick: { gender: 'male', circle: 'professional', organisation: organisationId('team') },
    rianne: { gender: 'female', circle: 'family', birth: day('1984~', said.rianneBirth), place: 'Zutphen' },
    ruben: { gender: 'male', circle: 'family', birth: day('1982'), place: 'Deventer' },
    wim: { gender: 'male', circle: 'family', birth: day('1948'), death: day('2015?', said.wimDeath) },
  }
  return (Object.keys(facts) as PersonKey[]).map((key) => ({
    id: personId(key),
    ...named[key],
    ...facts[key],
  }))
}

export function organisations({ organisations: named }: ExampleWords): RowOf<'organisations'>[] {
  const keys: OrganisationKey[] = ['practice', 'school', 'team']
  return keys.map((key) => ({ id: organisationId(key), ...named[key] }))
}

export function partnerships({ said }: ExampleWords): RowOf<'partnerships'>[] {
  return [
    {
      id: 'partnership-grandparents',
      partners: [personId('hetty'), personId('wim')],
      phases: { married: { type: 'marriage', date: '1974-06', order: 'a0' } },
      order: 'a0',
    },
    {
      id: 'partnership-parents',
      partners: [personId('rianne'), personId('ruben')],
      phases: {
        apart: { type: 'separation', ...day('2018-11', said.apart), order: 'a1' },
        together: { type: 'cohabiting', ...day('2008~', said.together), order: 'a0' },
      },
      order: 'a1',
    },
  ]
}

export function parentages(): RowOf<'parentages'>[] {
  return [
    {
      id: 'parentage-fenna',
      child: personId('fenna'),
      partnership: 'partnership-parents',
      date: '2011-04-09',
      order: 'a0',
    },
    {
      id: 'parentage-mees',
      child: personId('mees'),
      partnership: 'partnership-parents',
      date: '2014-22',
      order: 'a1',
    },
    {
      id: 'parentage-rianne',
      child: personId('rianne'),
      partnership: 'partnership-grandparents',
      date: '1984~',
      order: 'a0',
    },
  ]
}

export function households({ households: named, said }: ExampleWords): RowOf<'households'>[] {
  const since = day('2018-11/..', said.sinceApart)
  return [
    {
      id: 'household-rianne',
      name: named.rianne,
      members: [personId('fenna'), personId('mees'), personId('rianne')],
      ...since,
    },
    { id: 'household-ruben', name: named.ruben, members: [personId('ruben')], ...since },
  ]
}

/** Lines between people, each as somebody of the family or a helper sees it. */
export function relations({ relations: notes }: ExampleWords): RowOf<'relations'>[] {
  const seenBy = (key: PersonKey) => ({ person: personId(key), principal: null })
  return [
    {
      id: 'relation-care',
      from: personId('hetty'),
      to: personId('rianne'),
      type: 'caretaker',
      directed: true,
      accordingTo: seenBy('rianne'),
      nature: 'fact',
      note: notes.care,
    },
    {
      id: 'relation-father',
      from: personId('fenna'),
      to: personId('ruben'),
      type: 'close',
      accordingTo: seenBy('ruben'),
      nature: 'feeling',
      note: notes.father,
    },
    {
      id: 'relation-grandma',
      from: personId('fenna'),
      to: personId('hetty'),
      type: 'close',
      accordingTo: seenBy('fenna'),
      nature: 'feeling',
      note: notes.grandma,
    },
    {
      id: 'relation-helpers',
      from: organisationId('school'),
      to: organisationId('team'),
      type: 'distant',
      accordingTo: seenBy('anouk'),
      nature: 'opinion',
      note: notes.helpers,
    },
    {
      id: 'relation-neighbour',
      from: personId('fenna'),
      to: personId('karim'),
      type: 'close',
      date: '2022/..',
      accordingTo: seenBy('fenna'),
      nature: 'feeling',
      note: notes.neighbour,
    },
    {
      id: 'relation-parents',
      from: personId('rianne'),
      to: personId('ruben'),
      type: 'distant',
      date: '2018-11/..',
      accordingTo: seenBy('rianne'),
      nature: 'opinion',
      note: notes.parents,
    },
    {
      id: 'relation-siblings',
      from: personId('fenna'),
      to: personId('mees'),
      type: 'close',
      accordingTo: seenBy('mees'),
      nature: 'feeling',
      note: notes.siblings,
    },
  ]
}

/** How near to Fenna each stands, how much they can do and how much it matters to them: 0 to 1. */
export function stakes(): RowOf<'stakes'>[] {
  const stake = (
    subject: string,
    [nearness, influence, interest]: [number, number, number],
    stance: number,
    strength: number,
  ) => ({ id: `stake-${subject}`, subject, nearness, influence, interest, stance, strength })
  return [
    stake(organisationId('practice'), [0.3, 0.6, 0.4], 0, 2),
    stake(organisationId('school'), [0.5, 0.6, 0.7], 1, 3),
    stake(organisationId('team'), [0.5, 0.8, 0.8], 1, 3),
    stake(personId('hetty'), [0.9, 0.4, 0.9], 2, 5),
    stake(personId('karim'), [0.8, 0.3, 0.8], 2, 5),
    stake(personId('mees'), [0.9, 0.1, 0.8], 2, 4),
    stake(personId('patrick'), [0.6, 0.8, 0.8], 2, 4),
    stake(personId('rianne'), [1, 0.6, 1], 2, 4),
    stake(personId('ruben'), [0.8, 0.5, 0.9], 1, 3),
  ]
}
