import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { everyRecord } from './changes'
import { readCase, recordOf } from './doc'
import { findDamage } from './integrity'
import { newId } from './ids'
import { migrateCase } from './migrate'
import { SCHEMA_VERSION } from './schema'
import { seedCase, seedOther } from './seed'
import { LANES, newCase, replicas } from './test-kit'

describe('what only the server does', () => {
  it('[CA45] a new case has its title, its question and the two sides, in fixed places, without damage', () => {
    const doc = newCase()
    const { meta, views } = readCase(doc)
    expect(meta).toMatchObject({ title: 'Roos', question: 'Hoe verder?', schema: SCHEMA_VERSION })
    expect(views).toMatchObject([
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
    expect([readCase(a).meta.title, readCase(a).views.length]).toEqual(['Roos', 1])
  })

  it('[CA48] the other documents of a board say which they are and have a schema number', () => {
    const doc = new Y.Doc()
    seedOther(doc, 'meeting')
    expect(readCase(doc).meta).toMatchObject({ schema: SCHEMA_VERSION, document: 'meeting' })
    expect(findDamage(doc, everyRecord(doc))).toEqual([])
  })

  it('[CA49] migration runs every step once, in order, in one transaction', () => {
    const doc = newCase()
    const ran: number[] = []
    let updates = 0
    doc.on('update', () => updates++)
    const steps = new Map(
      [1, 2].map((n) => [
        n,
        (doc: Y.Doc) => void (ran.push(n), recordOf(doc, 'meta', 'case')?.set(`step${n}`, true)),
      ]),
    )
    expect(migrateCase(doc, steps, 3)).toEqual({ from: 1, to: 3 })
    expect(migrateCase(doc, steps, 3)).toEqual({ from: 3, to: 3 })
    expect(ran).toEqual([1, 2])
    expect(updates).toBe(1)
    expect(readCase(doc).meta).toMatchObject({ schema: 3, step1: true, step2: true })
  })

  it('[CA50] a present, newer or empty document is left as it is, and a missing step changes nothing', () => {
    const doc = newCase()
    expect(migrateCase(doc)).toEqual({ from: SCHEMA_VERSION, to: SCHEMA_VERSION })
    expect(migrateCase(new Y.Doc())).toEqual({ from: 0, to: 0 })
    expect(migrateCase(doc, new Map(), 0)).toEqual({ from: 1, to: 1 })
    expect(() => migrateCase(doc, new Map([[1, () => undefined]]), 3)).toThrow('no migration from schema 2')
    expect(readCase(doc).meta.schema).toBe(1)
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
