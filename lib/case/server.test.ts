import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { everyRecord } from './changes'
import { addEvent } from './commands/events'
import { isMap, isText, nestedRecord, readCase, recordOf, takeText } from './doc'
import { findDamage } from './integrity'
import { newId } from './ids'
import { migrateCase } from './migrate'
import { SCHEMA_VERSION } from './schema'
import { seedCase, seedOther } from './seed'
import { actor, LANES, newCase, plainEvent, replicas } from './test-kit'

describe('what only the server does', () => {
  it('[CA45] a new case has its title, its question and the two sides, in fixed places, without damage', () => {
    const doc = newCase()
    const { meta, views } = readCase(doc)
    expect(meta).toMatchObject({ title: 'Roos', question: 'Hoe verder?', schema: SCHEMA_VERSION })
    expect(views).toMatchObject([
      { id: 'genogram', profile: 'mcgoldrick', cross: 'beside', hiddenCircles: [], marks: false },
      {
        id: 'timeline',
        lanes: { professional: { name: 'Hulp', place: 'above' }, family: { name: 'Gezin', place: 'below' } },
      },
    ])
    expect(findDamage(doc, everyRecord(doc))).toEqual([])
  })

  it('[CA46] seeding again changes nothing, whatever it says', () => {
    const doc = newCase()
    const before = Y.encodeStateAsUpdate(doc)
    seedCase(doc, { title: 'Anders', question: '', laneNames: LANES })
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[CA47] two seeds that meet do not double anything', () => {
    const { a, b, sync } = replicas(new Y.Doc())
    for (const doc of [a, b]) seedCase(doc, { title: 'Roos', question: '', laneNames: LANES })
    sync()
    expect(readCase(a)).toEqual(readCase(b))
    expect([readCase(a).meta.title, readCase(a).views.length]).toEqual(['Roos', 2])
  })

  it('[CA48] the other documents of a board say which they are and have a schema number', () => {
    const doc = new Y.Doc()
    seedOther(doc, 'meeting')
    expect(readCase(doc).meta).toMatchObject({ schema: SCHEMA_VERSION, document: 'meeting' })
    expect(findDamage(doc, everyRecord(doc))).toEqual([])
  })

  it('[CA49] migration runs every step once, in order, in one transaction', () => {
    const doc = newCase()
    const present = SCHEMA_VERSION
    const ran: number[] = []
    let updates = 0
    doc.on('update', () => updates++)
    const steps = new Map(
      [present, present + 1].map((n) => [
        n,
        (doc: Y.Doc) => void (ran.push(n), recordOf(doc, 'meta', 'case')?.set(`step${n}`, true)),
      ]),
    )
    const target = present + 2
    expect(migrateCase(doc, steps, target)).toEqual({ from: present, to: target })
    expect(migrateCase(doc, steps, target)).toEqual({ from: target, to: target })
    expect(ran).toEqual([present, present + 1])
    expect(updates).toBe(1)
    expect(readCase(doc).meta).toMatchObject({
      schema: target,
      [`step${present}`]: true,
      [`step${present + 1}`]: true,
    })
  })

  it('[CA50, T10] a present, newer or empty document is left as it is, and a missing step changes nothing', () => {
    const doc = newCase()
    expect(migrateCase(doc)).toEqual({ from: SCHEMA_VERSION, to: SCHEMA_VERSION })
    expect(migrateCase(new Y.Doc())).toEqual({ from: 0, to: 0 })
    const present = SCHEMA_VERSION
    expect(migrateCase(doc, new Map(), 0)).toEqual({ from: present, to: present })
    const first = new Map([[present, () => undefined]])
    expect(() => migrateCase(doc, first, present + 2)).toThrow(`no migration from schema ${present + 1}`)
    expect(readCase(doc).meta.schema).toBe(present)
  })

  it('[CA60] a record made before there were reactions and roundabouts gets the texts and maps it lacks, once', () => {
    const doc = newCase()
    const id = addEvent(doc, actor('ann'), {
      ...plainEvent('Gesprek'),
      take: { author: 'ann', fields: { text: 'fijn' } },
    })
    const event = recordOf(doc, 'events', id ?? '')
    const take = nestedRecord(event, 'takes', 'ann')
    for (const name of ['answers', 'asked', 'assetText']) event?.delete(name)
    take?.delete('now')
    recordOf(doc, 'meta', 'case')?.set('schema', 1)
    expect(migrateCase(doc)).toEqual({ from: 1, to: SCHEMA_VERSION })
    expect(isMap(event?.get('answers')) && isMap(event.get('asked'))).toBe(true)
    expect(isText(event?.get('assetText')) && isText(take?.get('now'))).toBe(true)
    expect(takeText(doc, id ?? '', 'ann')?.toJSON()).toBe('fijn')
    expect(findDamage(doc, everyRecord(doc))).toEqual([])
    const before = Y.encodeStateVector(doc)
    expect(migrateCase(doc)).toEqual({ from: SCHEMA_VERSION, to: SCHEMA_VERSION })
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })

  it('[CA61] a case made before the geno-sociogram gets its settings, once; a document without views gets none', () => {
    const doc = newCase()
    doc.getMap('views').delete('genogram')
    recordOf(doc, 'meta', 'case')?.set('schema', 2)
    expect(migrateCase(doc)).toEqual({ from: 2, to: SCHEMA_VERSION })
    expect(readCase(doc).views.map(({ id }) => id)).toEqual(['genogram', 'timeline'])
    expect(isMap(recordOf(doc, 'views', 'timeline')?.get('hiddenCircles'))).toBe(true)
    expect(findDamage(doc, everyRecord(doc))).toEqual([])
    const other = new Y.Doc()
    seedOther(other, 'prep')
    recordOf(other, 'meta', 'case')?.set('schema', 2)
    migrateCase(other)
    expect(readCase(other).views).toEqual([])
  })

  it('[CA51] an id is 128 random bits in 22 url-safe characters', () => {
    expect(newId((bytes) => bytes.fill(0xff))).toBe('_____________________w')
    expect(newId(() => Uint8Array.from({ length: 16 }, (_, n) => n * 17))).toBe(
      Buffer.from(Array.from({ length: 16 }, (_, n) => n * 17)).toString('base64url'),
    )
    const ids = new Set(Array.from({ length: 500 }, () => newId((bytes) => crypto.getRandomValues(bytes))))
    expect(ids.size).toBe(500)
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })
})
