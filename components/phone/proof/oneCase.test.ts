// @vitest-environment happy-dom
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { projectGenogram } from '@/components/genogram/project'
import { asPerson } from '@/components/genogram/shapes'
import { projectStakes } from '@/components/stakeholders/project'
import { asStake } from '@/components/stakeholders/shapes'
import { fieldOf, HOW as FIELD } from '@/components/stakeholders/test-kit'
import { projectTimeline } from '@/components/timeline/project'
import type { EventCardShape } from '@/components/timeline/shapes'
import { withAnchors } from '@/lib/case/anchors'
import { readCase } from '@/lib/case/doc'
import type { Case } from '@/lib/case/schema'
import { pictureOf } from '@/lib/genogram/case-kit'
import { familyGroups } from '@/lib/genogram/familyGroups'
import { layoutGenogram } from '@/lib/genogram/layout/layout'
import { leadLines } from '@/lib/genogram/leadLines'
import { relationsHere } from '@/lib/genogram/relatives'
import { GENOGRAM_THEME } from '@/lib/genogram/theme'
import { MESSAGES } from '@/lib/i18n/messages'
import { firstStakes } from '@/lib/stakeholders/fromCase'
import { STAKE_FORMS } from '@/lib/stakeholders/types'
import { eventsByYear } from '@/lib/timeline/byYear'
import { timelineContent, timelineOf } from '@/lib/timeline/fromCase'
import { layoutTimeline } from '@/lib/timeline/layout'
import { ACTS, TODAY } from './acts-kit'
import { fileOf, sessionOf } from './session-kit'
import { story } from './story-kit'

/** Our own type is none that the canvas library knows of. */
const CARD: string = 'rotonde-event'
const EVERY_CIRCLE = new Set(['family', 'network', 'professional', 'unknown'] as const)
const { timeline: WORDS, genogram } = MESSAGES.nl

/** What a view shows, as lines that can be compared: who is there, what happened, what is between them, their places. */
interface Shown {
  people: string[]
  events: string[]
  relations: string[]
  stakes: string[]
}

const line = (...parts: unknown[]) => parts.map(String).join(' | ')
const nameIn = (all: Case, id: string) =>
  [...all.people, ...all.organisations].find((one) => one.id === id)?.name ?? '?'

/** The cards of the timeline, its eras, and what lies in a folded lane. */
function onTimeline(all: Case): string[] {
  const { events, lanes, settings, loops } = timelineOf(all, { today: TODAY, locale: 'nl' })
  const kinds = Object.fromEntries(Object.entries(WORDS.kind).filter(([key]) => key !== 'label'))
  const content = timelineContent(all, 'nl', { kinds, undated: WORDS.undated } as never)
  const layout = layoutTimeline(events, lanes, settings, loops)
  const words = { now: '', dock: '', proposal: '', nothing: () => '', cluster: () => '' }
  const cards = projectTimeline({ layout, content, clusters: [], words }).filter(
    ({ type }) => type === CARD,
  ) as unknown as EventCardShape[]
  const drawn = [
    ...cards.map(({ props }) => ({ id: props.eventId, title: props.content.title })),
    ...[...layout.eras.map(({ id }) => id), ...layout.folded.flatMap(({ ids }) => ids)].map((id) => ({
      id,
      title: content.get(id)?.title,
    })),
  ]
  return drawn.map(({ id, title }) => line(id, title, events.find((event) => event.id === id)?.date)).sort()
}

/** The people and lines of the geno-sociogram, whoever's circle is shown. */
function onGenogram(all: Case): Pick<Shown, 'people' | 'relations'> {
  const { input, people, unions, relations, households, parallels, style } = pictureOf(all, {
    show: { circles: EVERY_CIRCLE },
  })
  const layout = layoutGenogram(input)
  const lines = leadLines({ layout, unions, relations, households }, style, genogram)
  const picture = { title: '', layout, people, unions, relations, households, parallels, ...lines }
  const shapes = projectGenogram(picture, { style, theme: GENOGRAM_THEME, words: genogram, legend: false })
  const drawn = new Set(shapes.map(({ id }) => String(id)))
  return {
    people: shapes.flatMap((shape) => {
      const person = asPerson(shape)
      return person ? [line(person.props.pieceId, person.props.name)] : []
    }),
    relations: relations
      .filter(({ id }) => drawn.has(`shape:bond-${id}`))
      .map(({ id, from, to, type }) => line(id, from, type, to)),
  }
}

/** Who stands in the field, in one form. */
function inField(all: Case, form: (typeof STAKE_FORMS)[number]): string[] {
  const picture = fieldOf(all, form)
  const { stakes, centre } = picture.layout
  return projectStakes(picture, FIELD).flatMap((shape) => {
    const stake = asStake(shape)
    const place = stakes.find(({ id }) => id === stake?.props.pieceId)
    // Who it is about stands in the middle of the rings as themself.
    return stake && place && place !== centre ? [line(place.id, place.subject, stake.props.name)] : []
  })
}

/** What the list has: its moments, its family, its bonds and its table. */
function inList(all: Case): Shown {
  const { couples, others } = familyGroups(all, TODAY)
  const family = new Set([
    ...couples.flatMap(({ partners, children }) => [...partners, ...children]),
    ...Object.values(others).flat(),
  ])
  const here = new Set([...all.people, ...all.organisations].map(({ id }) => id))
  return {
    people: [...family].map((id) => line(id, nameIn(all, id))),
    events: eventsByYear(all.events, TODAY)
      .flatMap(({ events }) => events)
      .map(({ id, title, date }) => line(id, title, date)),
    relations: relationsHere(all).map(({ id, from, to, type }) => line(id, from, type, to)),
    stakes: firstStakes(all)
      .filter(({ subject }) => here.has(subject))
      .map(({ id, subject }) => line(id, subject, nameIn(all, subject))),
  }
}

/** What the file says of the same. Lines to and places of who lies in the bin stay in it, for when they come back. */
function inFile(doc: Y.Doc): Shown & { aboutWhom: string } {
  const { people, organisations, households, events, relations, stakes, indexPerson } = fileOf(doc)
  const here = new Map([...people, ...organisations].map(({ id, name }) => [id, name]))
  const ends = new Set([...here.keys(), ...households.map(({ id }) => id)])
  const first = stakes.filter(
    ({ id, subject }) => !stakes.some((other) => other.subject === subject && other.id < id),
  )
  return {
    aboutWhom: indexPerson ?? '',
    people: [...here].map(([id, name]) => line(id, name)),
    events: events.map(({ id, title, date }) => line(id, title, date)),
    relations: relations
      .filter(({ from, to }) => ends.has(from) && ends.has(to))
      .map(({ id, from, to, type }) => line(id, from, type, to)),
    stakes: first
      .filter(({ subject }) => here.has(subject))
      .map(({ id, subject }) => line(id, subject, here.get(subject))),
  }
}

/** Every view of one document says the same, and so does its file. */
function expectOneCase(doc: Y.Doc): Shown {
  const all = withAnchors(readCase(doc))
  const { aboutWhom, ...file } = inFile(doc)
  const list = inList(all)
  const sorted = ({ people, events, relations, stakes }: Shown): Shown => ({
    people: [...people].sort(),
    events: [...events].sort(),
    relations: [...relations].sort(),
    stakes: [...stakes].sort(),
  })
  expect(sorted(list)).toEqual(sorted(file))
  expect(onTimeline(all)).toEqual(sorted(file).events)
  const drawn = onGenogram(all)
  expect([...drawn.people].sort()).toEqual(sorted(file).people)
  // A line to a household has no place in the picture; it is in the list, the story and the file.
  const homes = new Set(all.households.map(({ id }) => id))
  const toHome = ({ from, to }: { from: string; to: string }) => homes.has(from) || homes.has(to)
  const apart = all.relations.filter(toHome).map(({ id }) => id)
  expect([...drawn.relations].sort()).toEqual(
    sorted(file).relations.filter((said) => !apart.some((id) => said.startsWith(`${id} |`))),
  )
  for (const form of STAKE_FORMS) {
    const isInMiddle = (said: string) => form === 'rings' && said.split(' | ')[1] === aboutWhom
    expect(inField(all, form).sort(), form).toEqual(sorted(file).stakes.filter((said) => !isInMiddle(said)))
  }
  return file
}

it('[LST3] whatever hands at the canvases, in the list and with files do, every view and the file show the same case', () => {
  const act = fc.record({
    name: fc.constantFrom(...Object.keys(ACTS)),
    a: fc.nat(9_999),
    b: fc.nat(9_999),
    c: fc.nat(9_999),
  })
  const seen = { people: 0, events: 0, relations: 0, stakes: 0 }
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 40, size: 'max' }), (acts) => {
      const { doc } = story()
      const session = sessionOf(doc)
      try {
        for (const { name, ...by } of acts) {
          ACTS[name]!({ session, doc, ...by })
          session.feed.flush()
        }
        const shown = expectOneCase(doc)
        for (const kind of Object.keys(seen) as (keyof Shown)[]) seen[kind] += shown[kind].length
      } finally {
        session.dispose()
      }
    }),
    { numRuns: 40 },
  )
  // Something was there to compare.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(40)
})
