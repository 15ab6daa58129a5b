import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PARENTAGE_TYPES, PHASE_TYPES, RELATION_TYPES } from '@/lib/genogram/vocabulary'
import { CaseFile, type CaseFileInput } from '../caseFile'
import { readGedcom } from './read'
import { MOMENT_TAGS, type MomentWords } from './types'
import { writeGedcom } from './write'
import type { Case } from '@/lib/case/schema'

const words = Object.fromEntries(MOMENT_TAGS.map((tag) => [tag, tag])) as MomentWords

/** A family file of a case, read again. */
const again = (file: CaseFile) =>
  readGedcom(new TextEncoder().encode(writeGedcom({ meta: { title: '' }, ...file } as unknown as Case)), {
    today: 20_000,
    words,
  })

const date = fc.constantFrom(
  ...'1950 1950-03 1950-03-07 1950~ 1950? 1950-03~ 19XX 195X 2014-22 1950S2 [..1950] [1950-05..] [1950..1960-02-03] [1950,1960] 1950/1960 1950-02/.. 1950/ /1960 ../1960-03-04 1950~/1960 -0043 0085 Y12000 2012-06-01T10:00:00 1950-XX-12'.split(
    ' ',
  ),
)
const text = fc.oneof(
  fc.constantFrom(
    'Ruud',
    'Fatiha el Amrani',
    ' Sanne ',
    'a/b',
    '@home',
    'twee\nregels\n@en drie',
    '',
    '“é”\u2028x',
    '@@',
  ),
  fc.string({ maxLength: 20, unit: 'grapheme' }).map((s) => s.replaceAll(/\p{Cc}/gu, '')),
)
const words200 = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom('rond zijn zesde', '@ vroeger', '1950'),
)
const dated = fc.record({ date: fc.option(date, { nil: null }), originalText: words200 })

const COUNT = 7
const person = (i: number) => `p${i}`
const who = fc.nat(COUNT - 1).map(person)
const orders = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6']

const people = fc.tuple(
  ...orders.map((order, i) =>
    fc.record({
      id: fc.constant(person(i)),
      name: text,
      pseudonym: text,
      gender: fc.constantFrom('male', 'female', 'nonbinary', 'unknown'),
      birthGender: fc.constantFrom('male', 'female', 'unknown', null),
      kind: fc.constantFrom('person', 'pet', 'pregnancy', 'miscarriage', 'abortion', 'stillbirth'),
      birth: dated,
      death: fc.option(dated, { nil: null }),
      circle: fc.constantFrom('family', 'network', 'professional', 'unknown'),
      role: text,
      organisation: fc.constantFrom('o1', null),
      place: fc.constantFrom('', 'Utrecht', 'Den Haag, NL'),
      order: fc.constant(order),
    }),
  ),
)
const phase = fc.record({ type: fc.constantFrom(...PHASE_TYPES, 'iets eigens'), said: dated })
const partnerships = fc
  .array(
    fc.record({
      partners: fc.uniqueArray(who, { maxLength: 2 }),
      phases: fc.array(phase, { maxLength: 3 }),
      moreChildren: fc.constantFrom(null, 'no', 'perhaps'),
    }),
    {
      maxLength: 4,
    },
  )
  .map((all) =>
    all.map(({ partners, phases, moreChildren }, i) => ({
      id: `f${i}`,
      partners: [...partners].sort(),
      phases: Object.fromEntries(
        phases.map(({ type, said }, j) => [`x${j}`, { type, ...said, order: `a${j}` }]),
      ),
      moreChildren,
      order: `a${i}`,
    })),
  )
const bond = fc.record({
  child: who,
  to: fc.oneof(fc.nat(3), who, fc.constant('o1')),
  type: fc.constantFrom(...PARENTAGE_TYPES, 'iets'),
  multiple: fc.constantFrom(null, 'm1'),
  identical: fc.constantFrom(null, true, false),
  said: dated,
})

const cases = fc
  .record({
    people,
    partnerships,
    bonds: fc.array(bond, { maxLength: 9 }),
    relations: fc.array(
      fc.record({
        from: fc.oneof(who, fc.constant('o1')),
        to: fc.oneof(who, fc.constant('o1')),
        type: fc.constantFrom(...RELATION_TYPES),
        directed: fc.boolean(),
        said: dated,
        note: text,
        person: fc.option(who, { nil: null }),
        support: fc.constantFrom([], ['company', 'practical']),
        nature: fc.constantFrom(null, 'fact', 'feeling'),
      }),
      { maxLength: 4 },
    ),
    household: fc.record({ name: text, members: fc.uniqueArray(who), said: dated }),
  })
  .map(({ people: all, partnerships: couples, bonds, relations, household }) => {
    const parentages = bonds.flatMap(({ child, to, said, ...rest }, i) => {
      const couple = typeof to === 'number' ? couples[to] : undefined
      if (typeof to === 'number' && (!couple || couple.partners.includes(child))) return []
      if (to === child) return []
      // Of two of one kind only the first comes back, and whoever reads the file is told.
      const target = couple ? { partnership: couple.id } : { parent: String(to) }
      const extra = to === 'o1' ? { multiple: null, identical: null } : {}
      return [{ id: `c${i}`, child, ...target, ...rest, ...extra, ...said, order: `a${i}` }]
    })
    const seen = new Set<string>()
    const unique = parentages.filter(({ child, type, ...to }) => {
      const { partnership = '', parent = '' } = to as { partnership?: string; parent?: string }
      const key = [child, type, partnership, parent].join(' ')
      return seen.has(key) ? false : seen.add(key)
    })
    const file: CaseFileInput = {
      format: 'rotonde',
      version: 1,
      people: all,
      organisations: [{ id: 'o1', name: 'Wijkteam @Noord', kind: 'hulp', circle: 'network' }],
      partnerships: couples,
      parentages: unique,
      households: [
        { id: 'h1', name: household.name, members: [...household.members].sort(), ...household.said },
      ],
      relations: relations.map(({ said, person: seer, ...rest }, i) => ({
        id: `r${i}`,
        ...rest,
        ...said,
        accordingTo: seer === null ? null : { person: seer, principal: null },
      })) as unknown as CaseFileInput['relations'],
    }
    return CaseFile.parse(file)
  })

const byName = (a: string | null, b: string | null) => String(a).localeCompare(String(b))

/** Without ids and order keys, and with people by their place in the file: what has to be the same. */
function essence(
  file: Pick<
    CaseFile,
    'people' | 'organisations' | 'partnerships' | 'parentages' | 'households' | 'relations'
  >,
) {
  const names = new Map<string, string>([
    ...file.people.map(({ id }, i) => [id, `P${i}`] as const),
    ...file.organisations.map(({ id }, i) => [id, `O${i}`] as const),
    ...file.partnerships.map(({ id }, i) => [id, `F${i}`] as const),
  ])
  const at = (id: string | null | undefined) =>
    id === null || id === undefined ? null : (names.get(id) ?? 'nobody')
  const sorted = (all: object[]) => all.map((one) => JSON.stringify(one)).sort()
  return {
    people: file.people.map(({ id: _id, order: _order, principal: _p, organisation, ...rest }) =>
      JSON.stringify(
        { ...rest, organisation: at(organisation) },
        Object.keys({ ...rest, organisation, date: 0, originalText: 0 }).sort(),
      ),
    ),
    organisations: file.organisations.map(({ name, kind, circle }) => ({ name, kind, circle })),
    partnerships: file.partnerships.map(({ partners, phases, moreChildren }) => ({
      moreChildren,
      partners: partners.map(at).sort(byName),
      phases: Object.values(phases)
        .sort((a, b) => (a.order < b.order ? -1 : 1))
        .map(({ type, date: on, originalText }) => ({ type, on, originalText })),
    })),
    parentages: sorted(
      file.parentages.map(
        ({ child, partnership, parent, type, multiple, identical, date: on, originalText }) => ({
          child: at(child),
          partnership: at(partnership),
          parent: at(parent),
          type,
          multiple,
          identical,
          on,
          originalText,
        }),
      ),
    ),
    households: file.households.map(({ name, members, date: on, originalText }) => ({
      name,
      members: members.map(at).sort(byName),
      on,
      originalText,
    })),
    relations: sorted(
      file.relations.map(
        ({ from, to, type, directed, date: on, originalText, support, accordingTo, nature, note }) => ({
          from: at(from),
          to: at(to),
          type,
          directed,
          on,
          originalText,
          support,
          seer: at(accordingTo?.person),
          nature,
          note,
        }),
      ),
    ),
  }
}

it('[GED1] a case written as GEDCOM 7.0 and read again has the same people, partnerships, parentages, relations and dates', () => {
  fc.assert(
    fc.property(cases, (file) => {
      const { records, problem, leftOut, warnings } = again(file)
      expect(problem).toBe(null)
      expect(leftOut).toEqual([])
      // What a case can say twice over, and only that, is warned of.
      expect(warnings.filter(({ code }) => !['cycle', 'no-partners'].includes(code))).toEqual([])
      const read = CaseFile.parse({ format: 'rotonde', version: 1, ...records })
      expect(essence(read)).toEqual(essence(file))
    }),
    { numRuns: 200 },
  )
})
