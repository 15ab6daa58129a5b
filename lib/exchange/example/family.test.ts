import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { everyRecord } from '@/lib/case/changes'
import { readCase } from '@/lib/case/doc'
import { findDamage } from '@/lib/case/integrity'
import { EventKind } from '@/lib/case/schema'
import { parseEdtf } from '@/lib/dates/edtf'
import type { Locale } from '@/lib/dates/types'
import { LIST_NAMES } from '../caseFile'
import { exampleCase } from './family'
import { seedExample } from './seed'

const seeded = (locale: Locale) => {
  const doc = new Y.Doc()
  seedExample(doc, locale, { principal: 'ann', now: 5, newId: () => 'unused' })
  return doc
}
/** Every path to a value, without the values. */
const paths = (value: unknown, at = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${at}/${key}`))
    : [at]

describe.each<Locale>(['nl', 'en'])('the example in %s', (locale) => {
  it('[EX1] every record of the example reaches the case', () => {
    const file = exampleCase(locale)
    const all = readCase(seeded(locale))
    for (const name of LIST_NAMES) expect([name, all[name].length]).toEqual([name, file[name].length])
    expect(all.meta).toMatchObject({
      title: file.title,
      question: file.question,
      indexPerson: 'person-fenna',
    })
  })

  it('[EX2] the example has no damage: every reference leads somewhere', () => {
    const doc = seeded(locale)
    expect(findDamage(doc, everyRecord(doc))).toEqual([])
    const file = exampleCase(locale)
    const ids = LIST_NAMES.flatMap((name) => file[name].map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    const named =
      JSON.stringify(file).match(/"(person|organisation|event|relation|partnership)-[a-z]+"/g) ?? []
    expect(named.filter((id) => !ids.includes(JSON.parse(id) as string))).toEqual([])
  })

  it('[EX3] it shows every kind of event, both sides, and dates of all sorts', () => {
    const { events } = exampleCase(locale)
    expect(new Set(events.map((event) => event.kind))).toEqual(new Set(EventKind.options))
    expect(events.length).toBeGreaterThanOrEqual(16)
    expect(events.length).toBeLessThanOrEqual(21)
    for (const side of ['family', 'professional'])
      expect(events.filter((event) => event.side === side).length).toBeGreaterThanOrEqual(6)
    const dates = events.map((event) => event.date)
    for (const sort of [
      /^\d{4}-\d\d-\d\d$/,
      /^\d{4}-[01]\d$/,
      /-2[1-4]/,
      /~/,
      /\?/,
      /\/\d/,
      /\/\.\.$/,
      /^\[\.\./,
    ])
      expect(dates.filter((date) => date && sort.test(date))).not.toEqual([])
    expect(dates).toContain(null)
    for (const date of dates) if (date !== null) expect([date, parseEdtf(date)]).not.toEqual([date, null])
  })

  it('[EX4] every answer has words, every way out of the roundabout a status', () => {
    const { events } = exampleCase(locale)
    for (const event of events)
      for (const take of Object.values(event.takes)) expect(take).toMatchObject({ text: /\S/, name: /\S/ })
    const exits = Object.values(events.find((event) => event.kind === 'roundabout')?.exits ?? {})
    expect(exits.map((exit) => exit.status).sort()).toEqual(['passed', 'passed', 'taken', 'unseen'])
  })
})

it.each(['nl', 'en'] as const)(
  '[EX6] in %s it shows an era, a loop, and a roundabout that waits for a yes',
  (locale) => {
    const { events, threads } = exampleCase(locale)
    expect(events.filter((event) => event.background).map(({ date }) => date)).toEqual(['2008~/2018-11'])
    const loop = threads.find(({ form }) => form === 'loop')
    expect(loop?.items.length).toBeGreaterThanOrEqual(3)
    const roundabout = events.find((event) => event.kind === 'roundabout')
    expect(roundabout?.proposed).toBe(true)
    expect(roundabout?.asked).toEqual(Object.keys(roundabout?.answers ?? {}).sort())
    expect(Object.values(roundabout?.takes ?? {}).some(({ now }) => now !== '')).toBe(true)
  },
)

it('[EX5] both languages tell the same records', () => {
  expect(paths(exampleCase('en'))).toEqual(paths(exampleCase('nl')))
})
