// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createBoardSession } from '@/components/board/session'
import { setEventAnchor } from '@/lib/case/commands/dates'
import { addEvent } from '@/lib/case/commands/events'
import { readCase } from '@/lib/case/doc'
import { seedCase } from '@/lib/case/seed'
import { dayOf } from '@/lib/dates/bounds'
import { timelineContent, timelineEvents } from '@/lib/timeline/fromCase'
import { layoutTimeline } from '@/lib/timeline/layout'
import {
  binMoments,
  dropCards,
  dropDate,
  dropNeedsYes,
  newMomentAt,
  stepDate,
  stepSide,
  stepToAsk,
} from './moments'
import type { Timeline } from './useTimeline'

const LANES = [
  { id: 'professional', place: 'above' as const, order: 'a0', name: 'Professionals' },
  { id: 'family', place: 'below' as const, order: 'a1', name: 'Gezin' },
]

function board(...dates: (string | null)[]) {
  const doc = new Y.Doc()
  seedCase(doc, { title: 't', question: '', laneNames: { professional: 'P', family: 'G' } })
  const me = { id: 'ann', name: 'Ann' }
  const session = createBoardSession({ doc, awareness: new Awareness(doc), me, locale: 'nl', canWrite: true })
  const ids = dates.map((date) => {
    const said = { date, originalText: date ?? '', title: 'x', kind: 'family' as const, side: 'family' }
    return addEvent(doc, session.actor(), said) ?? ''
  })
  session.feed.flush()
  const settings = { today: dayOf(2020, 1, 1), pxPerYear: 120, birth: null, locale: 'nl' as const }
  const timeline = (): Timeline => {
    const caseData = session.feed.get()
    const layout = layoutTimeline(timelineEvents(caseData), LANES, settings)
    const words = { kinds: {} as never, undated: '' }
    return { caseData, lanes: LANES, settings, layout, content: timelineContent(caseData, 'nl', words) }
  }
  const event = (id: string) => session.feed.get().events.find((one) => one.id === id)
  const card = (id: string) => timeline().layout.cards.find((one) => one.id === id)!
  return { session, ids: ids as [string, ...string[]], timeline, event, card, doc }
}

describe('what hands do with cards', () => {
  it('[TM1] along the axis a card moves its date in its own unit and keeps how sure it is', () => {
    const { session, ids, timeline, event, card } = board('2014~')
    const [id] = ids
    dropCards(session, [{ eventId: id, dx: 130, x: card(id).x + 130, y: card(id).y }], timeline(), 1)
    expect(event(id)).toMatchObject({ date: '2015~', originalText: '± 2015', side: 'family' })
  })

  it('[TM2] across the axis a card changes its side and nothing else', () => {
    const { session, ids, timeline, event, card } = board('2014-03')
    const [id] = ids
    dropCards(session, [{ eventId: id, dx: 2, x: card(id).x + 2, y: -300 }], timeline(), 1)
    expect(event(id)).toMatchObject({ date: '2014-03', originalText: '2014-03', side: 'professional' })
  })

  it('[TM3] an undated card that is put on the axis gets the date of that place', () => {
    const { session, ids, timeline, event } = board(null, '2010')
    const [id] = ids
    dropCards(session, [{ eventId: id, dx: 500, x: 120 * 14 + 30, y: 90 }], timeline(), 1)
    expect(event(id)?.date).toBe('2014')
    expect(event(id)?.originalText).toBe('2014')
  })

  it('[TM4] several cards that are moved together are one step of undo', () => {
    const { session, ids, timeline, event, card } = board('2012', '2014')
    const drops = ids.map((eventId) => ({ eventId, dx: 120, x: card(eventId).x + 120, y: card(eventId).y }))
    dropCards(session, drops, timeline(), 1)
    expect(ids.map((id) => event(id)?.date)).toEqual(['2013', '2015'])
    session.undo.undo()
    session.feed.flush()
    expect(ids.map((id) => event(id)?.date)).toEqual(['2012', '2014'])
  })

  it('[TM5] a date that hangs on something else is only moved after a yes', () => {
    const { ids, timeline, session, doc } = board('2011')
    const [id] = ids
    const anchor = { kind: 'person', id: 'p1', relation: 'at' }
    doc.getMap<Y.Map<unknown>>('events').get(id)?.set('anchor', anchor)
    session.feed.flush()
    expect(dropNeedsYes({ eventId: id, dx: 120, x: 0, y: 0 }, timeline())).toBe(true)
    expect(dropNeedsYes({ eventId: id, dx: 0, x: 0, y: -200 }, timeline())).toBe(false)
  })

  it('[TM6] a click makes a moment there: its side, and a date no surer than the eye', () => {
    const { session, timeline, event } = board('2010')
    const id = newMomentAt(session, { x: 120 * 15 + 50, y: -200 }, timeline(), 1) ?? ''
    expect(event(id)).toMatchObject({ date: '2015', side: 'professional', title: '' })
    const far = newMomentAt(session, { x: 120 * 15 + 50, y: 200 }, timeline(), 0.2) ?? ''
    expect(event(far)).toMatchObject({ date: '2015~', side: 'family' })
    const near = newMomentAt(session, { x: 120 * 15 + 51, y: 200 }, timeline(), 4) ?? ''
    expect(event(near)?.date).toBe('2015-06')
  })

  it.each([
    ['2014?', '2015?'],
    ['2014-12', '2015-01'],
    ['2014-12-31', '2015-01-01'],
    ['2014-22', '2014-23'],
  ])('[TM7] an arrow key moves %s by one of its own unit', (before, after) => {
    const { session, ids, timeline, event } = board(before)
    stepDate(session, ids[0], 1, timeline())
    expect(event(ids[0])?.date).toBe(after)
    stepSide(session, ids[0], 'up', timeline())
    expect(event(ids[0])?.side).toBe('professional')
  })

  it('[TM9] an up or down key moves a moment to the next lane as they lie, and not beyond the last', () => {
    const { session, ids, timeline, event } = board('2014')
    const lanes = [{ id: 'school', place: 'above' as const, order: 'a2', name: 'School' }, ...LANES]
    const drawn = (): Timeline => {
      const now = timeline()
      return { ...now, lanes, layout: layoutTimeline(timelineEvents(now.caseData), lanes, now.settings) }
    }
    const sides = (['up', 'up', 'up', 'down', 'down', 'down'] as const).map((direction) => {
      stepSide(session, ids[0], direction, drawn())
      return event(ids[0])?.side
    })
    expect(sides).toEqual(['professional', 'school', 'school', 'professional', 'family', 'family'])
  })

  it('[TM10] an arrow key on a date that hangs on something is a drop that is asked first, by one unit', () => {
    const { session, ids, timeline, event } = board('2012', '2014')
    const [on, id] = ids as [string, string]
    const anchor = { kind: 'event', id: on, relation: 'after', age: null, span: null } as const
    setEventAnchor(session.doc, session.actor(), {
      id,
      anchor: { ...anchor, span: { count: 2, unit: 'year' } },
      originalText: 'twee jaar later',
    })
    session.feed.flush()
    const date = event(id)?.date
    const asked = stepToAsk(id, 1, timeline())
    expect(asked && dropNeedsYes(asked, timeline())).toBe(true)
    expect(asked && dropDate(asked, timeline())).toBe(
      String(Number.parseInt(date ?? '', 10) + 1) + (date ?? '').slice(4),
    )
    expect(event(id)?.date).toBe(date)
    expect(stepToAsk(on, 1, timeline())).toBeNull()
  })

  it('[TM8] deleting is one step that the message takes back', () => {
    const { session, ids, event } = board('2012', '2014')
    const undo = binMoments(session, ids)
    expect(ids.map((id) => event(id))).toEqual([undefined, undefined])
    undo()
    expect(ids.every((id) => event(id))).toBe(true)
  })

  it('[RS23] what is done on the line with a reserved moment is done in its own document', () => {
    const { session, ids, timeline, event, doc } = board('2014')
    const reserved = new Y.Doc()
    session.undo.add(reserved)
    session.feed.layOver(reserved)
    const said = { date: '2016', originalText: '2016', title: 'y', kind: 'family' as const, side: 'family' }
    const id = addEvent(reserved, session.actor(), said) ?? ''
    session.feed.flush()
    const before = JSON.stringify(readCase(doc))
    stepDate(session, id, 1, timeline())
    stepSide(session, id, 'up', timeline())
    expect(event(id)).toMatchObject({ date: '2017', side: 'professional' })
    expect(JSON.stringify(readCase(doc))).toBe(before)
    const back = binMoments(session, [ids[0], id])
    expect(session.feed.get().events).toEqual([])
    session.undo.undo()
    session.feed.flush()
    expect(session.feed.get().events).toHaveLength(2)
    session.undo.redo()
    back()
    expect(session.feed.get().events).toHaveLength(2)
    session.feed.layOver(null)
    expect(session.feed.get().events.map((one) => one.id)).toEqual([ids[0]])
  })
})
