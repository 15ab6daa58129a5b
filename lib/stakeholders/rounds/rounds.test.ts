import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addPerson } from '@/lib/case/commands/people'
import { startRound } from '@/lib/case/commands/rounds'
import { addStakes } from '@/lib/case/commands/stakes'
import { readCase } from '@/lib/case/doc'
import type { Place, Places } from '@/lib/case/schemaRounds'
import { actor, newCase } from '@/lib/case/test-kit'
import { MESSAGES } from '@/lib/i18n/messages'
import { stepOf } from '../steps'
import { holder } from '../test-kit'
import { STAKE_FORMS, type StakeForm } from '../types'
import { layoutSpread, MARK_R } from './layout'
import { isPlaced, NOWHERE, placedCase, subjectsFor, withPlace } from './places'
import { joinMarks, sayMarks, spreadOf } from './spread'

const part = fc.double({ min: 0, max: 1, noNaN: true })
const placeArb: fc.Arbitrary<Place> = fc.record(
  {
    nearness: fc.oneof(part, fc.constantFrom(0, 0.25, 0.5, 0.625, 1)),
    influence: part,
    interest: part,
    stance: fc.integer({ min: -2, max: 2 }),
    strength: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: [], noNullPrototype: true },
)
const SUBJECTS = ['ab', 'bo', 'ca', 'di']
const roundArb = fc.record({
  form: fc.constantFrom(...STAKE_FORMS),
  subjects: fc.constant(SUBJECTS),
  placements: fc.dictionary(
    fc.stringMatching(/^[a-z]{3}$/),
    fc.record({
      by: fc.option(fc.constantFrom('ann', 'bo', 'cas'), { nil: null }),
      places: fc.dictionary(fc.constantFrom(...SUBJECTS, 'else', 'toString'), placeArb, {
        noNullPrototype: true,
      }),
    }),
    { maxKeys: 14, noNullPrototype: true },
  ),
})

it('[PLS4] the comparison is what was placed: a mark for each who said where, with what they said, and no mark besides', () => {
  let marks = 0
  fc.assert(
    fc.property(roundArb, (round) => {
      const spread = spreadOf(round)
      expect([...spread.keys()]).toEqual(SUBJECTS)
      for (const subject of SUBJECTS) {
        const said = Object.entries(round.placements)
          .filter(([, { places }]) => isPlaced(round.form, places[subject]))
          .map(([key, { by, places }]) => ({ key, by, place: places[subject] }))
        expect(spread.get(subject)).toHaveLength(said.length)
        expect(spread.get(subject)).toEqual(expect.arrayContaining(said))
        marks += said.length
      }
    }),
  )
  expect(marks).toBeGreaterThan(50)
})

it('[PLS5] no two marks of one stakeholder lie over each other, each stands in what it says, and the band is around all', () => {
  fc.assert(
    fc.property(roundArb, (round) => {
      const { form } = round
      const spread = spreadOf(round)
      const holders = SUBJECTS.map((subject) => holder(`s-${subject}`, { subject }))
      const { rows, columns, column } = layoutSpread(form, holders, spread)
      expect(rows.map(({ subject }) => subject)).toEqual(SUBJECTS)
      for (const { subject, marks, box, hull } of rows) {
        expect(marks.map(({ key }) => key).sort()).toEqual(
          spread
            .get(subject)
            ?.map(({ key }) => key)
            .sort(),
        )
        marks.forEach((one, i) => {
          for (const other of marks.slice(i + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(2 * MARK_R)
          expect(one.x - MARK_R).toBeGreaterThanOrEqual(box.x)
          expect(one.x + MARK_R).toBeLessThanOrEqual(box.x + box.w)
          expect(one.y - MARK_R).toBeGreaterThanOrEqual(box.y)
          expect(one.y + MARK_R).toBeLessThanOrEqual(box.y + box.h)
          const place = spread.get(subject)?.find(({ key }) => key === one.key)?.place
          const step = columns[Math.floor(one.x / column)]?.step
          if (form === 'forces') expect(step).toBe((place?.stance ?? 0) + 2)
          if (form === 'rings' && !((place?.nearness ?? 0) * 4).toString().match(/^[0-4]$/))
            expect(step).toBe(Math.floor((place?.nearness ?? 0) * 4))
          for (const [i, from] of hull.entries()) {
            const to = hull[(i + 1) % hull.length] ?? from
            const side = (to.x - from.x) * (one.y - from.y) - (to.y - from.y) * (one.x - from.x)
            if (hull.length > 2) expect(side).toBeGreaterThanOrEqual(-0.001)
          }
        })
      }
      for (const [i, one] of rows.entries())
        for (const other of rows.slice(i + 1))
          expect(
            one.box.y + one.box.h <= other.box.y ||
              one.box.x + one.box.w <= other.box.x ||
              other.box.x + other.box.w <= one.box.x,
          ).toBe(true)
    }),
  )
})

it('[PLS6] in words: who gave their name by name, the others without, each with what they said', () => {
  const words = {
    nameOf: (id: string) => ({ p1: 'Bo', p2: 'Ann' })[id] ?? null,
    noName: 'zonder naam',
    step: (
      attribute: 'nearness' | 'influence' | 'interest' | 'stance' | 'strength',
      value: number | null,
    ) => {
      const known = stepOf(attribute, value)
      return known === null
        ? null
        : ((MESSAGES.nl.stakeholders.step[attribute] as Record<string, string>)[known] ?? null)
    },
  }
  const say = (form: StakeForm, ...places: [string | null, Place][]) =>
    joinMarks(
      sayMarks(
        form,
        places.map(([by, place], i) => ({ key: `k${i}`, by, place })),
        words,
      ),
    )
  expect(say('rings', ['p1', { nearness: 0.1 }], [null, { nearness: 0.6 }], ['p2', { nearness: 0.9 }])).toBe(
    'Ann: dichtbij; Bo: ver weg; zonder naam: in de buurt',
  )
  expect(say('grid', ['p1', { influence: 1, interest: 0 }])).toBe('Bo: heel veel invloed, geen belang')
  expect(say('forces', ['gone', { stance: -2, strength: 5 }])).toBe(
    'zonder naam: werkt tegen, heel veel kracht',
  )
})

it('[PLS7] one’s own field has who is placed and what one said, and nothing of the field of all; a place taken away leaves nothing', () => {
  const doc = newCase()
  const ids = ['Karim', 'Judith', 'Wim'].map((name) => addPerson(doc, actor(name), { name })!)
  const [karim = '', judith = ''] = ids
  addStakes(doc, actor('ann'), ids)
  const round = { form: 'grid' as const, question: 'Wie?', subjects: [karim, judith] }
  const places: Places = withPlace({}, karim, { influence: 0.25, interest: 1 })
  const mine = placedCase(readCase(doc), round, places)
  expect(mine.stakes.map(({ subject, influence }) => [subject, influence])).toEqual(
    [karim, judith].sort().map((id) => [id, id === karim ? 0.25 : null]),
  )
  expect(mine.meta.question).toBe('Wie?')
  for (const form of STAKE_FORMS) {
    const said = { nearness: 1, influence: 1, interest: 1, stance: 1, strength: 1 }
    const gone = withPlace(withPlace({}, karim, said), karim, NOWHERE[form])
    expect(isPlaced(form, gone[karim])).toBe(false)
  }
  expect(withPlace(places, karim, { influence: null, interest: null })).toEqual({})
})

it('[PLS7] a round begins with who is in the field and in the case, but for who stands in the middle of the rings', () => {
  const doc = newCase()
  const [fenna = '', karim = ''] = ['Fenna', 'Karim'].map((name) => addPerson(doc, actor(name), { name })!)
  addStakes(doc, actor('ann'), [fenna, karim])
  const all = readCase(doc)
  const asked = { ...all, meta: { ...all.meta, indexPerson: fenna } }
  expect(subjectsFor('rings', asked)).toEqual([karim])
  expect(subjectsFor('grid', asked)).toEqual([fenna, karim].sort())
  expect(
    startRound(doc, actor('els'), { form: 'rings', question: ' Wie? ', subjects: [karim, 'nobody'] }),
  ).toBe('els-1')
  expect(readCase(doc).rounds).toMatchObject([
    { id: 'els-1', question: 'Wie?', subjects: [karim], revealed: false, placements: {}, createdBy: 'els' },
  ])
  expect(startRound(doc, actor('bo'), { form: 'rings', question: 'Wie?', subjects: ['nobody'] })).toBeNull()
})
