import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Case, RECORDS } from '@/lib/case/schema'
import { recordArb } from '@/lib/case/test-kit'
import { caseOf, pictureOf, TODAY } from '@/lib/genogram/case-kit'
import { stakesOf, type StakesOptions } from './fromCase'
import { layoutStakes } from './layout/layout'
import { STAKE_FORMS } from './types'

const words = { phase: String, accordingTo: String, perhaps: String }

const mapOf = (all: Case, options: Partial<StakesOptions> = {}) =>
  stakesOf(all, { form: 'rings', today: TODAY, locale: 'nl', words, ...options })

const FAMILY = {
  meta: { indexPerson: 'roos', question: 'Hoe verder?' },
  people: [
    { id: 'roos', name: 'Roos', circle: 'family', gender: 'female', birth: { date: '2011' }, order: 'a0' },
    { id: 'mam', name: 'Mirjam', role: 'moeder', circle: 'family', illness: 'present', order: 'a1' },
    { id: 'juf', name: 'Juf Anouk', circle: 'professional', order: 'a2' },
    { id: 'buur', name: 'Cor', circle: 'network', order: 'a3' },
  ],
  organisations: [{ id: 'school', name: 'De Kersenpit', kind: 'school' }],
  relations: [
    { id: 'r1', from: 'mam', to: 'roos', type: 'close' },
    { id: 'r2', from: 'mam', to: 'buur', type: 'conflict' },
    { id: 'r3', from: 'school', to: 'mam', type: 'distant' },
  ],
}

describe('the stakeholder map of a case', () => {
  it('[STK30] everybody with a place is there once: of two stakes of one person the lower id counts, of nobody none', () => {
    const all = caseOf({
      ...FAMILY,
      stakes: [
        { id: 's2', subject: 'mam', nearness: 0.2 },
        { id: 's1', subject: 'mam', nearness: 0.9 },
        { id: 's3', subject: 'school', stance: 1 },
        { id: 's4', subject: 'gone' },
      ],
    })
    const { input, people } = mapOf(all)
    expect(input.stakeholders.map(({ id, subject, nearness }) => [id, subject, nearness])).toEqual([
      ['s1', 'mam', 0.9],
      ['s3', 'school', null],
    ])
    expect([...people.keys()].sort()).toEqual(['mam', 'roos', 'school'])
  })

  it('[STK31] people stand with their circle, organisations with organisations', () => {
    const subjects = ['mam', 'juf', 'buur', 'school']
    const all = caseOf({ ...FAMILY, stakes: subjects.map((subject) => ({ id: `s-${subject}`, subject })) })
    const sectors = mapOf(all).input.stakeholders.map(({ subject, sector }) => [subject, sector])
    expect(Object.fromEntries(sectors)).toEqual({
      mam: 'family',
      juf: 'professional',
      buur: 'network',
      school: 'system',
    })
  })

  it('[STK32] a symbol and its words are those of the geno-sociogram, without what somebody has', () => {
    const all = caseOf({
      ...FAMILY,
      stakes: ['mam', 'school'].map((subject) => ({ id: `s-${subject}`, subject })),
    })
    const map = mapOf(all)
    const genogram = pictureOf(all)
    for (const [id, content] of map.people) expect(content).toEqual(genogram.people.get(id))
    for (const { subject, labelW, labelH } of map.input.stakeholders) {
      const there = genogram.input.people.find(({ id }) => id === subject)
      expect([labelW, labelH]).toEqual([there?.labelW, there?.labelH])
    }
    expect(map.people.get('mam')?.marks).toEqual([])
    const shown = pictureOf(all, { show: { marks: true } })
    expect(shown.people.get('mam')?.marks).not.toEqual([])
  })

  it('[STK33] who it is about stands in the middle of the rings, and lines are between who is there', () => {
    const all = caseOf({
      ...FAMILY,
      stakes: ['mam', 'school'].map((subject) => ({ id: `s-${subject}`, subject })),
    })
    const rings = mapOf(all)
    expect(rings.input.centre?.subject).toBe('roos')
    expect(rings.people.get('roos')?.index).toBe(true)
    expect(rings.relations.map(({ id }) => id)).toEqual(['r1', 'r3'])
    const grid = mapOf(all, { form: 'grid' })
    expect([grid.input.centre, grid.people.has('roos')]).toEqual([null, false])
    expect(grid.relations.map(({ id }) => id)).toEqual(['r3'])
    const nobody = mapOf(caseOf({ ...FAMILY, meta: { indexPerson: 'gone' } }))
    expect([nobody.input.centre, nobody.input.stakeholders]).toEqual([null, []])
  })

  it('[STK34] what is for some eyes only is marked for who may see it', () => {
    const all = caseOf({ ...FAMILY, stakes: [{ id: 's', subject: 'mam' }] })
    const reserved = { people: new Set(['mam']), relations: new Set(['r1']) }
    const map = mapOf(all, { reserved })
    expect(map.people.get('mam')?.reserved).toBe(true)
    expect(map.relations[0]?.reserved).toBe(true)
    expect(mapOf(all).people.get('mam')?.reserved).toBe(false)
  })

  it('[STK35] any case that fits its schema has a picture in every form', () => {
    const records = (kind: 'people' | 'organisations' | 'stakes' | 'relations') =>
      fc.array(recordArb(kind), { maxLength: 6 })
    fc.assert(
      fc.property(
        records('people'),
        records('organisations'),
        records('stakes'),
        records('relations'),
        fc.constantFrom(...STAKE_FORMS),
        (people, organisations, stakes, relations, form) => {
          const ids = [...people, ...organisations].map(({ id }) => String(id))
          const about = (i: number) => ids[i % (ids.length || 1)] ?? 'gone'
          const all = caseOf({
            meta: { indexPerson: about(0) },
            people,
            organisations,
            stakes: stakes.map((one, i) => ({ ...one, subject: about(i) })),
            relations: relations.map((one, i) => ({ ...one, from: about(i), to: about(i + 1) })),
          })
          const { input, people: contents } = mapOf(all, { form })
          for (const { subject } of input.stakeholders) expect(contents.has(subject)).toBe(true)
          const subjects = input.stakeholders.map(({ subject }) => subject)
          expect(new Set(subjects).size).toBe(subjects.length)
          expect(layoutStakes(input).form).toBe(form)
          expect(RECORDS.stakes.safeParse(all.stakes[0] ?? { id: 'a', subject: 'b' }).success).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})
