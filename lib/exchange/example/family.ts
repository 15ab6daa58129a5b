import { generateNKeysBetween } from 'fractional-indexing'
import type { Locale } from '@/lib/dates/types'
import { CaseFile, type CaseFileInput, type RowOf } from '../caseFile'
import { EVENTS, type EventFacts } from './events'
import { eventId, organisationId, personId } from './ids'
import { households, organisations, parentages, partnerships, people, relations, stakes } from './people'
import { en } from './texts.en'
import { nl } from './texts.nl'
import type { ExampleWords, PersonKey } from './types'

/** An invented family as a case, with the same ids in both languages. */
export function exampleCase(locale: Locale): CaseFile {
  const words = locale === 'nl' ? nl : en
  const orders = generateNKeysBetween(null, null, EVENTS.length)
  const file: CaseFileInput = {
    format: 'rotonde',
    version: 1,
    title: words.title,
    question: words.question,
    indexPerson: personId('fenna'),
    people: people(words),
    organisations: organisations(words),
    partnerships: partnerships(words),
    parentages: parentages(),
    households: households(words),
    relations: relations(words),
    events: EVENTS.map((facts, i) => event(facts, words, orders[i] ?? 'a0')),
    stakes: stakes(),
    threads: threads(words),
    notes: notes(words),
    parallels: parallels(),
  }
  return CaseFile.parse(file)
}

function event(facts: EventFacts, words: ExampleWords, order: string): RowOf<'events'> {
  const { title, description, said, takes, now = {}, exits = [] } = words.events[facts.key]
  const { toldBy, recognised = {} } = facts
  const nameOf = (key: PersonKey) => words.people[key].name
  return {
    id: eventId(facts.key),
    title,
    description,
    date: facts.date,
    originalText: said,
    kind: facts.kind,
    side: facts.side,
    source: facts.source,
    toldBy: toldBy && { person: personId(toldBy), principal: null, name: '' },
    crucial: facts.crucial ?? false,
    turningPoint: facts.turningPoint ?? false,
    background: facts.background ?? false,
    noticed: facts.noticed ?? null,
    proposed: facts.recognised !== undefined,
    asked: (Object.keys(recognised) as PersonKey[]).map(personId).sort(),
    answers: Object.fromEntries(
      (Object.keys(recognised) as PersonKey[]).map((key) => [
        personId(key),
        { answer: recognised[key] ?? 'unsure', name: nameOf(key) },
      ]),
    ),
    people: facts.people.map(personId).sort(),
    organisations: (facts.organisations ?? []).map(organisationId).sort(),
    takes: Object.fromEntries(
      (Object.keys(takes) as PersonKey[]).map((key) => [
        personId(key),
        {
          text: takes[key],
          now: now[key] ?? '',
          name: nameOf(key),
          person: personId(key),
          ...facts.answers[key],
        },
      ]),
    ),
    exits: Object.fromEntries(
      exits.map((text, i) => [`exit-${i + 1}`, { text, status: facts.exits?.[i], order: `a${i}` }]),
    ),
    order,
  }
}

function threads(words: ExampleWords): RowOf<'threads'>[] {
  const asking = ['ask', 'talk', 'roundabout', 'table'] as const
  const hands = ['workshop', 'wednesdays', 'dream'] as const
  const fresh = ['debts', 'silent', 'stop'] as const
  return [
    { id: 'thread-asking', title: words.threads.asking, items: asking.map(eventId).sort(), order: 'a0' },
    { id: 'thread-hands', title: words.threads.hands, items: hands.map(eventId).sort(), order: 'a1' },
    {
      id: 'thread-new',
      form: 'loop',
      title: words.threads.new,
      items: fresh.map(eventId).sort(),
      order: 'a2',
    },
  ]
}

function notes(words: ExampleWords): RowOf<'notes'>[] {
  const see = ['debts', 'roundabout', 'talk'] as const
  const feel = ['roundabout', 'workshop'] as const
  return [
    { id: 'note-feel', text: words.notes.feel, about: feel.map(eventId).sort(), question: 'feel' },
    { id: 'note-see', text: words.notes.see, about: see.map(eventId).sort(), question: 'see' },
  ]
}

/** The helpers hear about each other through Rianne, as the parents do through Fenna. Do they recognise it? */
function parallels(): RowOf<'parallels'>[] {
  return [
    {
      id: 'parallel-through-someone',
      left: ['relation-parents'],
      right: ['relation-helpers'],
      recognised: {
        [personId('anouk')]: { answer: 'yes' },
        [personId('patrick')]: { answer: 'unsure' },
        [personId('rianne')]: { answer: 'yes' },
      },
    },
  ]
}
