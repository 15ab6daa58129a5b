// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { withAnchors } from '@/lib/case/anchors'
import { binRecord, restoreRecord } from '@/lib/case/commands/bin'
import { addEvent, setEventDate } from '@/lib/case/commands/events'
import { addPerson, linkPerson } from '@/lib/case/commands/people'
import { setTake } from '@/lib/case/commands/takes'
import { setText } from '@/lib/case/commands/texts'
import { caseMap, readCase } from '@/lib/case/doc'
import { actor, newCase, plainEvent, replicas } from '@/lib/case/test-kit'
import { CaseFeed } from './caseFeed'

const step = fc.record({
  act: fc.constantFrom(
    'add',
    'title',
    'date',
    'take',
    'person',
    'link',
    'bin',
    'restore',
    'lose',
    'undo',
    'sync',
  ),
  /** Which record, and by whom. */
  at: fc.nat(3),
  here: fc.boolean(),
  words: fc.string({ maxLength: 6 }),
})

describe('what is read of a case', () => {
  it('[CF1] after any changes, here and from elsewhere, the feed is what a whole reading gives', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { a, b, sync } = replicas(newCase())
        const feed = new CaseFeed(a)
        const undo = new Y.UndoManager([caseMap(a, 'events'), caseMap(a, 'people')])
        for (const { act, at, here, words } of steps) {
          const doc = here ? a : b
          const who = { ...actor(here ? 'ann' : 'bo'), newId: () => `r${at}` }
          const id = `r${at}`
          if (act === 'add') addEvent(doc, who, plainEvent(words))
          if (act === 'title') setText(doc, who, { kind: 'events', id, field: 'title', text: words })
          if (act === 'date') setEventDate(doc, who, { id, date: '2016', originalText: words })
          if (act === 'take') setTake(doc, who, { eventId: id, author: 'ann', fields: { text: words } })
          if (act === 'person') addPerson(doc, who, { name: words })
          if (act === 'link') linkPerson(doc, who, { id, person: `r${(at + 1) % 4}` })
          if (act === 'bin') binRecord(doc, who, { kind: 'events', id })
          if (act === 'restore') restoreRecord(doc, who, { kind: 'events', id })
          // Not something that a command does: a foreign client can.
          if (act === 'lose') caseMap(doc, 'events').delete(id)
          if (act === 'undo') undo.undo()
          if (act === 'sync') sync()
          feed.flush()
          expect(feed.get()).toEqual(withAnchors(readCase(a)))
        }
        feed.destroy()
      }),
      { numRuns: 60 },
    )
  })

  it('[CF2] what did not change is the same object as before', () => {
    const doc = newCase()
    const ann = actor('ann')
    const [one, other] = [addEvent(doc, ann, plainEvent('a'))!, addEvent(doc, ann, plainEvent('b'))!]
    const feed = new CaseFeed(doc)
    const before = feed.get().events
    setText(doc, ann, { kind: 'events', id: one, field: 'title', text: 'changed' })
    feed.flush()
    const after = feed.get().events
    expect(after.find(({ id }) => id === one)?.title).toBe('changed')
    expect(after.find(({ id }) => id === other)).toBe(before.find(({ id }) => id === other))
    feed.destroy()
  })
})
