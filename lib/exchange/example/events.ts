import type { CaseEvent } from '@/lib/case/schema'
import type { EventKey, OrganisationKey, PersonKey } from './types'

type Take = CaseEvent['takes'][string]
type Answer = Pick<Take, 'nature' | 'helpful' | 'from'>
type Recognised = CaseEvent['answers'][string]['answer']

/** What is known of an event besides its words. */
export interface EventFacts {
  key: EventKey
  date: string | null
  kind: CaseEvent['kind']
  side: 'family' | 'professional'
  source: CaseEvent['source']
  toldBy: PersonKey | null
  people: PersonKey[]
  organisations?: OrganisationKey[]
  crucial?: true
  turningPoint?: true
  noticed?: CaseEvent['noticed']
  /** What kind of thing each says it is, and whether it helped them. */
  answers: Partial<Record<PersonKey, Answer>>
  exits?: CaseEvent['exits'][string]['status'][]
  /** An era: drawn behind the line. */
  background?: true
  /** Of a roundabout that waits for those concerned: who has been asked, and what they say. */
  recognised?: Partial<Record<PersonKey, Recognised>>
}

const answer = (
  nature: Take['nature'],
  helpful: Take['helpful'] = null,
  from: Take['from'] = null,
): Answer => ({ nature, helpful, from })

/** The events of the example, in the order of the story. */
export const EVENTS: readonly EventFacts[] = [
  {
    key: 'house',
    date: '2008~/2018-11',
    kind: 'family',
    side: 'family',
    source: 'family',
    toldBy: 'rianne',
    people: ['rianne', 'ruben', 'fenna', 'mees'],
    background: true,
    answers: {},
  },
  {
    key: 'together',
    date: '2008~',
    kind: 'family',
    side: 'family',
    source: 'family',
    toldBy: 'rianne',
    people: ['rianne', 'ruben'],
    answers: { rianne: answer('feeling', null, 'heart') },
  },
  {
    key: 'fenna',
    date: '2011-04-09',
    kind: 'family',
    side: 'family',
    source: 'family',
    toldBy: 'hetty',
    people: ['fenna', 'rianne', 'ruben', 'hetty'],
    answers: { hetty: answer('fact') },
  },
  {
    key: 'mees',
    date: '2014-22',
    kind: 'family',
    side: 'family',
    source: 'family',
    toldBy: 'rianne',
    people: ['mees', 'rianne', 'ruben'],
    answers: {},
  },
  {
    key: 'grandpa',
    date: '2015?',
    kind: 'family',
    side: 'family',
    source: 'family',
    toldBy: 'fenna',
    people: ['wim', 'hetty', 'fenna', 'rianne'],
    answers: { fenna: answer('fact', 'no'), rianne: answer('feeling', null, 'heart') },
  },
  {
    key: 'bakery',
    date: '2016-10',
    kind: 'family',
    side: 'family',
    source: 'family',
    toldBy: 'ruben',
    people: ['ruben'],
    answers: { ruben: answer('feeling', null, 'heart') },
  },
  {
    key: 'debts',
    date: '2017~/2018-06',
    kind: 'decision',
    side: 'professional',
    source: 'professional',
    toldBy: 'patrick',
    people: ['patrick', 'rianne', 'ruben'],
    organisations: ['team'],
    answers: { patrick: answer('fact', 'both', 'head'), rianne: answer('opinion', 'both') },
  },
  {
    key: 'apart',
    date: '2018-11',
    kind: 'family',
    side: 'family',
    source: 'family',
    toldBy: 'fenna',
    people: ['rianne', 'ruben', 'fenna', 'mees'],
    answers: { fenna: answer('feeling', 'no', 'heart'), ruben: answer('assumption') },
  },
  {
    key: 'ask',
    date: '[..2020]',
    kind: 'need',
    side: 'family',
    source: 'family',
    toldBy: 'fenna',
    people: ['fenna', 'anouk', 'rianne'],
    crucial: true,
    answers: { fenna: answer('fact', 'no') },
  },
  {
    key: 'talk',
    date: '2019-09',
    kind: 'contact',
    side: 'professional',
    source: 'professional',
    toldBy: 'anouk',
    people: ['anouk', 'patrick'],
    organisations: ['school', 'team'],
    answers: { anouk: answer('opinion', 'both'), rianne: answer('feeling', 'no', 'heart') },
  },
  {
    key: 'home',
    date: '2020-03/2020-06',
    kind: 'experience',
    side: 'family',
    source: 'family',
    toldBy: 'fenna',
    people: ['fenna', 'mees', 'rianne'],
    answers: { fenna: answer('feeling', 'yes', 'heart'), rianne: answer('feeling', 'both') },
  },
  {
    key: 'gap',
    date: '2020-09~/2021-08~',
    kind: 'gap',
    side: 'family',
    source: null,
    toldBy: null,
    people: [],
    answers: {},
  },
  {
    key: 'roundabout',
    date: '2021-10',
    kind: 'roundabout',
    side: 'professional',
    source: 'professional',
    toldBy: 'patrick',
    people: ['fenna', 'rianne', 'anouk', 'patrick'],
    organisations: ['school', 'team', 'practice'],
    crucial: true,
    noticed: 'now',
    answers: {
      fenna: answer('feeling', null, 'heart'),
      patrick: answer('opinion', 'no', 'head'),
      hetty: answer('fact', 'no'),
    },
    exits: ['taken', 'passed', 'passed', 'unseen'],
    recognised: { fenna: 'yes', rianne: 'unsure' },
  },
  {
    key: 'silent',
    date: '2022-21~',
    kind: 'experience',
    side: 'professional',
    source: 'professional',
    toldBy: 'judith',
    people: ['judith', 'fenna'],
    organisations: ['practice'],
    answers: { judith: answer('feeling', null, 'heart'), fenna: answer('opinion', 'no') },
  },
  {
    key: 'one',
    date: null,
    kind: 'need',
    side: 'family',
    source: 'family',
    toldBy: 'rianne',
    people: ['rianne'],
    answers: { rianne: answer('opinion', null, 'heart') },
  },
  {
    key: 'workshop',
    date: '[2022-09..2022-12]',
    kind: 'contact',
    side: 'family',
    source: 'network',
    toldBy: 'karim',
    people: ['hetty', 'karim', 'fenna'],
    crucial: true,
    turningPoint: true,
    answers: {
      karim: answer('fact', 'yes', 'hands'),
      fenna: answer('opinion', 'yes', 'hands'),
      hetty: answer('fact', 'yes', 'heart'),
    },
  },
  {
    key: 'stop',
    date: '2023-05',
    kind: 'decision',
    side: 'professional',
    source: 'professional',
    toldBy: 'judith',
    people: ['judith', 'fenna', 'rianne'],
    organisations: ['practice'],
    answers: { judith: answer('opinion', 'no', 'head'), rianne: answer('feeling', 'no') },
  },
  {
    key: 'wednesdays',
    date: '2023-09/..',
    kind: 'experience',
    side: 'family',
    source: 'family',
    toldBy: 'mees',
    people: ['fenna', 'karim', 'mees', 'ruben'],
    answers: { mees: answer('fact', 'yes'), ruben: answer('fact', 'yes', 'hands') },
  },
  {
    key: 'table',
    date: '2025-21',
    kind: 'contact',
    side: 'professional',
    source: 'family',
    toldBy: 'fenna',
    people: ['fenna', 'rianne', 'ruben', 'hetty', 'karim', 'anouk', 'judith', 'patrick'],
    organisations: ['school', 'team', 'practice'],
    turningPoint: true,
    answers: {
      fenna: answer('fact', 'yes', 'heart'),
      patrick: answer('fact', 'yes', 'heart'),
      anouk: answer('opinion', 'yes'),
    },
  },
  {
    key: 'plan',
    date: '2026-02-03',
    kind: 'decision',
    side: 'professional',
    source: 'professional',
    toldBy: 'patrick',
    people: ['fenna', 'patrick', 'rianne'],
    organisations: ['school', 'team', 'practice'],
    answers: { fenna: answer('opinion', 'yes'), rianne: answer('feeling', 'yes') },
  },
  {
    key: 'dream',
    date: '[2027..]',
    kind: 'dream',
    side: 'family',
    source: 'family',
    toldBy: 'fenna',
    people: ['fenna'],
    answers: { fenna: answer(null, null, 'heart') },
  },
]
