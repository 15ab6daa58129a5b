import { describe, expect, it } from 'vitest'
import { MESSAGES } from '@/lib/i18n/messages'
import { findRelations } from './findRelations'
import { EVERYDAY_RELATIONS, RELATION_TYPES } from './vocabulary'

const of = (locale: 'nl' | 'en') => {
  const { relation: names, bond } = MESSAGES[locale].genogram
  return { names, words: bond.words }
}

describe('finding a relation by words', () => {
  it('[GP1] plain words find it, whatever the capitals and accents', () => {
    expect(findRelations('RUZÍE', of('nl'))[0]).toBe('conflict')
    expect(findRelations('mantelzorg', of('nl'))).toEqual(['caretaker'])
    expect(findRelations('  geweld   huiselijk', of('nl'))).toContain('violence')
    expect(findRelations('blokfluit', of('nl'))).toEqual([])
  })

  it('[GP1] every name of both languages finds its relation in both languages', () => {
    for (const [here, there] of [
      ['nl', 'en'],
      ['en', 'nl'],
    ] as const)
      for (const type of RELATION_TYPES) {
        for (const name of [here, there].map((one) => MESSAGES[one].genogram.relation[type]))
          expect([type, name, findRelations(name, of(here))]).toEqual([
            type,
            name,
            expect.arrayContaining([type]),
          ])
      }
  })

  it('[GP2] names come before other words, and the everyday ones come first', () => {
    expect(findRelations('', of('nl')).slice(0, 8)).toEqual(EVERYDAY_RELATIONS)
    expect(findRelations('', of('nl'))).toHaveLength(RELATION_TYPES.length)
    const found = findRelations('contact', of('nl'))
    expect(found.slice(0, 3)).toEqual(['plain', 'cutOff', 'cutOffRepaired'])
    expect(found.indexOf('distant')).toBeGreaterThan(2)
  })
})
