import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readCase } from '@/lib/case/doc'
import type { Case } from '@/lib/case/schema'
import type { Locale } from '@/lib/dates/types'
import { seedExample } from '@/lib/exchange/example/seed'
import { MESSAGES } from '@/lib/i18n/messages'
import { type Story, storyOf } from './story'
import type { Say } from './storyDates'
import { caseOf, TODAY } from './case-kit'
import { endOfYear } from './years'
import { PARENTAGE_TYPES, PHASE_TYPES, RELATION_TYPES } from './vocabulary'

function sayIn(locale: Locale): Say {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'genogram.story' })
  return (key, values) => t(key as never, values as never)
}

const tell = (all: Case, locale: Locale, at?: number) =>
  storyOf(all, { today: TODAY, locale, say: sayIn(locale), at })
const linesOf = (story: Story) =>
  Object.values(story)
    .flat()
    .map(({ text }) => text)

function example(locale: Locale): Case {
  const doc = new Y.Doc()
  seedExample(doc, locale, { principal: 'ann', now: 5, newId: () => 'unused' })
  return readCase(doc)
}

const on = (date: string | null) => ({ date, originalText: '' })

describe('the story so far', () => {
  it('[GC30] it says who is who, couples and when, children, losses, homes and bonds, in both languages', () => {
    const nl = linesOf(tell(example('nl'), 'nl'))
    for (const line of [
      'Het gaat om Fenna.',
      'Oma Hetty en Opa Wim trouwden in jun 1974.',
      'Rianne en Ruben gingen in nov 2018 uit elkaar.',
      'Rianne en Ruben hebben 2 kinderen: Fenna (2011) en Mees (2014).',
      'Bij Rianne: hier wonen Fenna, Mees en Rianne sinds nov 2018.',
      'Volgens Rianne zorgt haar moeder voor haar.',
      'Volgens Fenna hebben zij en Karim een hechte band. Dat is zo sinds 2022.',
    ])
      expect(nl).toContain(line)
    expect(nl.join(' ')).toContain('Opa Wim is misschien in 2015 overleden, op de leeftijd van ongeveer 67.')
    const en = linesOf(tell(example('en'), 'en'))
    expect(en).toContain('Rianne and Ruben separated in Nov 2018.')
    expect(en).toContain('According to Rianne, her mother takes care of her.')
    expect(en).toHaveLength(nl.length)
  })

  it('[GC41] adoption, foster care with its period, twins and losses have their own sentences', () => {
    const all = caseOf({
      people: [
        { id: 'a', name: 'Ans' },
        { id: 'b', name: 'Bo' },
        { id: 'c', name: 'Kim', birth: on('2005') },
        { id: 'd', name: 'Sem', birth: on('2005') },
        { id: 'e', kind: 'miscarriage', birth: on('2003') },
        { id: 'f', name: 'Joy' },
        { id: 'g', name: 'Lou' },
      ],
      partnerships: [{ id: 'p', partners: ['a', 'b'] }],
      parentages: [
        { id: 'k1', child: 'c', partnership: 'p', multiple: 't', identical: true },
        { id: 'k2', child: 'd', partnership: 'p', multiple: 't', identical: true },
        { id: 'k3', child: 'e', partnership: 'p' },
        { id: 'k4', child: 'f', partnership: 'p', type: 'adopted', date: '2011-05-03' },
        { id: 'k5', child: 'g', parent: 'a', type: 'foster', date: '2010/2014' },
      ],
    })
    expect(linesOf(tell(all, 'nl'))).toEqual([
      'Lou was pleegkind van Ans van 2010 tot 2014.',
      'Ans en Bo hebben 2 kinderen: Kim (2005) en Sem (2005).',
      'Bij Ans en Bo was er in 2003 een miskraam.',
      'Ans en Bo hebben Joy op 3 mei 2011 geadopteerd.',
      'Kim en Sem zijn een eeneiige tweeling.',
    ])
    expect(linesOf(tell(all, 'en'))).toContain('Lou was a foster child of Ans from 2010 to 2014.')
    // In an earlier year it tells of that year, and says what is not certain.
    const then = linesOf(tell(all, 'nl', endOfYear(2010)))
    expect(then).toContain('Lou is pleegkind van Ans van 2010 tot 2014.')
    expect(then.join(' ')).not.toContain('Joy')
  })

  it('[GC46] whether a couple will have children, or more of them, has a sentence', () => {
    const all = (moreChildren: 'no' | 'perhaps', children: number) =>
      caseOf({
        people: [
          { id: 'a', name: 'Ans' },
          { id: 'b', name: 'Bo' },
          { id: 'c', name: 'Kim' },
        ],
        partnerships: [{ id: 'p', partners: ['a', 'b'], moreChildren }],
        parentages: [{ id: 'k', child: 'c', partnership: 'p' }].slice(0, children),
      })
    const last = (...[more, children, locale]: ['no' | 'perhaps', number, Locale]) =>
      tell(all(more, children), locale).family.at(-1)?.text
    expect([last('no', 1, 'nl'), last('no', 0, 'nl')]).toEqual([
      'Ans en Bo krijgen samen geen kinderen meer.',
      'Ans en Bo krijgen samen geen kinderen.',
    ])
    expect([last('perhaps', 1, 'nl'), last('perhaps', 0, 'nl')]).toEqual([
      'Ans en Bo krijgen samen misschien nog kinderen.',
      'Ans en Bo krijgen samen misschien kinderen.',
    ])
    expect([last('no', 1, 'en'), last('perhaps', 0, 'en')]).toEqual([
      'Ans and Bo will have no more children together.',
      'Ans and Bo may have children together.',
    ])
  })

  it('[GC42] who says so is named, with "she and her mother" where only one can be meant', () => {
    const relation = { from: 'moeder', to: 'iris', type: 'conflict' }
    const all = caseOf({
      people: [
        { id: 'iris', name: 'Iris', gender: 'female' },
        { id: 'moeder', name: 'Fatiha', gender: 'female' },
        { id: 'ruud', name: 'Ruud', gender: 'male' },
      ],
      parentages: [{ id: 'k', child: 'iris', parent: 'moeder' }],
      relations: [
        { id: 'r1', ...relation, accordingTo: { person: 'iris', principal: null } },
        { id: 'r2', ...relation, secret: true },
        {
          id: 'r3',
          from: 'ruud',
          to: 'iris',
          type: 'jealous',
          directed: true,
          accordingTo: { person: 'iris', principal: null },
        },
        { id: 'r4', ...relation, type: 'of a later version', date: '2010/2012' },
      ],
    })
    expect(tell(all, 'nl').bonds.map(({ text }) => text)).toEqual([
      'Volgens Iris hebben zij en haar moeder veel ruzie.',
      'Fatiha en Iris hebben veel ruzie. Rond deze band is een geheim.',
      'Volgens Iris is Ruud jaloers op haar.',
      'Fatiha en Iris hebben een band die nog geen naam heeft. Dat was zo van 2010 tot 2012.',
    ])
    expect(tell(all, 'en').bonds[0]?.text).toBe('According to Iris, she and her mother argue a lot.')
  })

  it.each(['nl', 'en'] as const)('[GC43] in %s every word of the notation has a sentence', (locale) => {
    const say = sayIn(locale)
    const missing: string[] = []
    const t = createTranslator({
      locale,
      messages: MESSAGES[locale],
      namespace: 'genogram.story',
      onError: (error) => missing.push(error.message),
    })
    for (const key of [
      ...PHASE_TYPES.map((type) => `phase.${type}`),
      ...PARENTAGE_TYPES.map((type) => `child.${type}`),
      ...RELATION_TYPES.map((type) => `relation.${type}`),
    ])
      t(
        key as never,
        {
          a: 'A',
          b: 'B',
          how: 'said',
          many: 'yes',
          count: 1,
          when: '',
          parents: '',
          child: '',
          children: '',
          past: 'no',
        } as never,
      )
    expect(missing).toEqual([])
    const texts = RELATION_TYPES.map((type) => say(`relation.${type}`, { a: 'A', b: 'B', how: 'plain' }))
    expect(new Set(texts).size).toBe(texts.length)
  })
})
