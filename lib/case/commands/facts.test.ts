import { describe, expect, it } from 'vitest'
import { withAnchors } from '../anchors'
import { readCase } from '../doc'
import { DrawingOrigin, TypingOrigin } from '../origins'
import type { EventFact } from '../schema'
import { actor, newCase, plainEvent } from '../test-kit'
import { SessionUndo } from '../undo'
import { binRecord, restoreRecord } from './bin'
import { setEventAnchor } from './dates'
import { addEvent, moveEvent, setEventDate } from './events'
import { putOnTimeline, takeFromRecord } from './facts'
import { addHousehold, setHouseholdDate } from './households'
import { addChild, addPartner } from './kin'
import { changeEvents } from './many'
import { addPerson, setBirth } from './people'
import { setDeath } from './person'

function start() {
  const doc = newCase()
  const me = actor('ann')
  const birth = { date: '2009', originalText: '2009' }
  const sanne = addPerson(doc, me, { name: 'Sanne', birth }) ?? ''
  const on = (fact: Omit<EventFact, 'phase'> & { phase?: string }) =>
    putOnTimeline(doc, me, { fact: { phase: null, ...fact }, title: 'Moment', side: 'family' })
  const event = (id: string | null) => withAnchors(readCase(doc)).events.find((one) => one.id === id)
  return { doc, me, sanne, on, event }
}

describe('something of the family on the timeline', () => {
  it('[GC20] a birth on the line is the birth: changing either is changing both, and only one date is stored', () => {
    const { doc, me, sanne, on, event } = start()
    const id = on({ kind: 'birth', id: sanne }) ?? ''
    expect(event(id)).toMatchObject({ date: '2009', originalText: '2009', people: [sanne] })
    expect(setBirth(doc, me, { id: sanne, date: '2008~', originalText: 'rond 2008' })).toBe(true)
    expect(event(id)).toMatchObject({ date: '2008~', originalText: 'rond 2008' })
    expect(moveEvent(doc, me, { id, days: 366, locale: 'nl' })).toBe(true)
    expect(readCase(doc).people[0]?.birth).toEqual({ date: '2009~', originalText: '± 2009' })
    expect(setEventDate(doc, me, { id, date: '2009-03-14', originalText: '14 maart 2009' })).toBe(true)
    expect(readCase(doc).people[0]?.birth.date).toBe('2009-03-14')
    changeEvents(doc, me, { ids: [id], change: { what: 'shift', count: 1, unit: 'year', locale: 'nl' } })
    expect(readCase(doc).people[0]?.birth.date).toBe('2010-03-14')
    expect(readCase(doc).events[0]).toMatchObject({ date: null, people: [] })
  })

  it('[GC21] a death, a phase, a placement and a household go on the line in the same way', () => {
    const { doc, me, sanne, on, event } = start()
    const phase = { type: 'divorce', date: '2013', originalText: '2013' }
    const couple = addPartner(doc, me, { of: sanne, partner: { new: { name: 'Bo' } }, phase })
    const key = Object.keys(readCase(doc).partnerships[0]?.phases ?? {})[0] ?? ''
    const child = addChild(doc, me, {
      of: { parent: couple?.person ?? '' },
      child: { new: { name: 'Kim' } },
      type: 'foster',
      date: '2010/2014',
    })
    const home = addHousehold(doc, me, { members: [sanne], date: '2015/..' }) ?? ''
    expect(on({ kind: 'death', id: sanne })).toBeNull()
    setDeath(doc, me, { id: sanne, death: { date: '2020', originalText: '' } })
    const events = [
      on({ kind: 'death', id: sanne }),
      on({ kind: 'phase', id: couple?.link ?? '', phase: key }),
      on({ kind: 'parentage', id: child?.link ?? '' }),
      on({ kind: 'household', id: home }),
    ]
    expect(events.map((id) => event(id)?.date)).toEqual(['2020', '2013', '2010/2014', '2015/..'])
    expect(event(events[2] ?? '')?.people).toEqual([couple?.person ?? '', child?.person ?? ''].sort())
    setEventDate(doc, me, { id: events[1] ?? '', date: '2014', originalText: '2014' })
    expect(readCase(doc).partnerships[0]?.phases[key]).toMatchObject({ date: '2014', type: 'divorce' })
    setHouseholdDate(doc, me, { id: home, date: '2016', originalText: '' })
    expect(event(events[3] ?? '')?.date).toBe('2016')
  })

  it('[GC22] it is on the line once; taken off and put back it has its words, and the fact stays', () => {
    const { doc, me, sanne, on, event } = start()
    const id = on({ kind: 'birth', id: sanne }) ?? ''
    expect(on({ kind: 'birth', id: sanne })).toBeNull()
    expect(on({ kind: 'birth', id: 'nobody' })).toBeNull()
    binRecord(doc, me, { kind: 'events', id })
    expect(readCase(doc).people[0]?.birth.date).toBe('2009')
    expect(on({ kind: 'birth', id: sanne })).toBe(id)
    expect(event(id)).toMatchObject({ title: 'Moment', date: '2009' })
  })

  it('[GC23] what hangs on it follows, and it hangs on nothing itself', () => {
    const { doc, me, sanne, on, event } = start()
    const id = on({ kind: 'birth', id: sanne }) ?? ''
    const other = addEvent(doc, me, plainEvent('Verhuizing')) ?? ''
    const anchor = {
      kind: 'event',
      id,
      relation: 'after',
      age: null,
      span: { count: 2, unit: 'year' },
    } as const
    expect(setEventAnchor(doc, me, { id: other, anchor, originalText: 'twee jaar erna' })).toBe(true)
    setBirth(doc, me, { id: sanne, date: '2001', originalText: '2001' })
    expect(event(other)?.date).toContain('2003')
    const first = addEvent(doc, me, plainEvent('Eerste')) ?? ''
    const after = { ...anchor, id: first }
    expect(setEventAnchor(doc, me, { id, anchor: after, originalText: 'twee jaar na de eerste' })).toBe(true)
    expect(event(id)).toMatchObject({ anchor: null, fact: { kind: 'birth' } })
    expect(readCase(doc).people[0]?.birth).toMatchObject({ originalText: 'twee jaar na de eerste' })
  })

  it('[GC24] when the record is gone the words stay without a date; it comes back with the record, or becomes its own', () => {
    const { doc, me, sanne, on, event } = start()
    const undo = new SessionUndo({ actor: 'ann', typing: new TypingOrigin(), drawing: new DrawingOrigin() })
    undo.add(doc)
    const id = on({ kind: 'birth', id: sanne }) ?? ''
    binRecord(doc, me, { kind: 'people', id: sanne })
    expect(event(id)).toMatchObject({ title: 'Moment', date: null })
    restoreRecord(doc, me, { kind: 'people', id: sanne })
    expect(event(id)?.date).toBe('2009')
    expect(takeFromRecord(doc, me, id)).toBe(true)
    expect(takeFromRecord(doc, me, id)).toBe(false)
    setBirth(doc, me, { id: sanne, date: '2001', originalText: '' })
    expect(event(id)).toMatchObject({ date: '2009', fact: null })
    undo.undo()
    undo.undo()
    expect(event(id)).toMatchObject({ date: '2009', fact: { id: sanne } })
    moveEvent(doc, me, { id, days: 366, locale: 'nl' })
    undo.undo()
    expect(readCase(doc).people[0]?.birth.date).toBe('2009')
  })
})
