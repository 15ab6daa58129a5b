import * as Y from 'yjs'
import { insertRecord, readCase } from '@/lib/case/doc'
import { EventKind, type Case } from '@/lib/case/schema'
import type { Locale } from '@/lib/dates/types'
import { seedExample } from '@/lib/exchange/example/seed'
import { ExportOptions } from '@/lib/exchange/options'
import type { ExportJob } from './make'

export const AT = Date.UTC(2026, 10, 24, 12)

const TITLES = [
  'Gesprek op school over de rekentoets',
  'Łukasz Żółć komt wonen aan de İğdır-straat',
  'Eerste huisbezoek van het wijkteam',
  'Ruzie aan tafel, niemand zegt nog iets',
  'Wachtlijst van acht maanden, en niemand die belt',
  'Oma past op: “dan weet ik waar ze is”',
  'Nieuwe jeugdbeschermer, de derde in twee jaar tijd',
  'Verjaardag zonder papa',
]
const DATES = [
  '2012-03-05',
  '2014',
  '2015-06~',
  '2016-22',
  '2017?',
  '2018-09',
  '2019-01/2019-11',
  '2020-05-01',
]

/** The invented family with so many moments that the whole has `count`. */
export function caseWith(count: number, locale: Locale = 'nl', tweak: (doc: Y.Doc) => void = () => {}): Case {
  const doc = new Y.Doc()
  let ids = 0
  seedExample(doc, locale, { principal: 'ann', now: AT, newId: () => `new-${ids++}` })
  const kinds = EventKind.options.filter((kind) => kind !== 'dream')
  for (let i = readCase(doc).events.length; i < count; i++) {
    const date = DATES[i % DATES.length] ?? '2014'
    const year = Number(date.slice(0, 4)) + ((i * 7) % 9) - 4
    insertRecord(doc, 'events', {
      id: `extra-${i}`,
      title: `${TITLES[i % TITLES.length]} (${i})`,
      date: i % 17 === 0 ? null : date.includes('/') ? date : `${year}${date.slice(4)}`,
      kind: kinds[i % kinds.length] ?? 'family',
      side: i % 3 === 0 ? 'professional' : 'family',
      crucial: i % 9 === 0,
      turningPoint: i % 11 === 0,
      order: `b${i}`,
    })
  }
  tweak(doc)
  return readCase(doc)
}

export function jobOf(all: Case, options: Partial<ExportOptions>, more: Partial<ExportJob> = {}): ExportJob {
  return {
    case: all,
    reserved: null,
    participants: [['ann', 'Ann de Wit']],
    options: { ...ExportOptions.parse({}), ...options },
    locale: 'nl',
    atMs: AT,
    ...more,
  }
}
