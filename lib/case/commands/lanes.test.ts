import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { timelineOf } from '@/lib/timeline/fromCase'
import { stackOf } from '@/lib/timeline/laneStack'
import { everyRecord } from '../changes'
import { readCase } from '../doc'
import { findDamage } from '../integrity'
import { DrawingOrigin, TypingOrigin } from '../origins'
import { SessionUndo } from '../undo'
import { actor, newCase, plainEvent, replicas } from '../test-kit'
import { binRecord } from './bin'
import { addEvent } from './events'
import { addLane, collapseLane, MAX_LANES, moveLane, nameSides, removeLane } from './lanes'
import type { Actor } from './run'
import { renameLane } from './texts'

const theme = (name: string, place: 'above' | 'below' = 'below') => ({ name, kind: 'theme', place }) as const

const lanesOf = (doc: Y.Doc) => readCase(doc).views.find(({ id }) => id === 'timeline')?.lanes ?? {}

/** Ids of all lanes from top to bottom, the axis as a stroke. */
function pile(doc: Y.Doc): string[] {
  const { above, below } = stackOf(timelineOf(readCase(doc), { today: 20_000, locale: 'nl' }).lanes)
  return [...above.map(({ id }) => id), '—', ...below.map(({ id }) => id)]
}

describe('lanes', () => {
  it('[LN1] a new lane lies outside those that were there, on the place that was asked for', () => {
    const doc = newCase()
    const who = actor('ann')
    expect(addLane(doc, who, theme('School'))).toBe('ann-1')
    expect(addLane(doc, who, { ...theme('Wijkteam', 'above'), kind: 'organisation', about: 'org-1' })).toBe(
      'ann-2',
    )
    expect(addLane(doc, who, theme('Geld'))).toBe('ann-3')
    expect(pile(doc)).toEqual(['ann-2', 'professional', '—', 'family', 'ann-1', 'ann-3'])
    expect(lanesOf(doc)['ann-2']).toMatchObject({ name: 'Wijkteam', kind: 'organisation', about: 'org-1' })
    expect(findDamage(doc, everyRecord(doc))).toEqual([])
  })

  it('[LN2] a lane without a name, one too many, or in a case without a timeline is refused', () => {
    const doc = newCase()
    const who = actor('ann')
    expect(addLane(doc, who, theme('  '))).toBeNull()
    for (let i = 2; i < MAX_LANES; i++) expect(addLane(doc, who, theme(`lijn ${i}`))).not.toBeNull()
    expect(addLane(doc, who, theme('te veel'))).toBeNull()
    doc.getMap('views').delete('timeline')
    expect(addLane(doc, who, theme('nergens'))).toBeNull()
  })

  it('[LN3] a lane moves to any place of the pile and across the axis; what moves nothing writes nothing', () => {
    const doc = newCase()
    const who = actor('ann')
    addLane(doc, who, theme('School'))
    addLane(doc, who, theme('Geld'))
    expect(moveLane(doc, who, { id: 'ann-2', place: 'below', index: 0 })).toBe(true)
    expect(pile(doc)).toEqual(['professional', '—', 'ann-2', 'family', 'ann-1'])
    expect(moveLane(doc, who, { id: 'family', place: 'above', index: 9 })).toBe(true)
    expect(pile(doc)).toEqual(['family', 'professional', '—', 'ann-2', 'ann-1'])
    expect(moveLane(doc, who, { id: 'family', place: 'above', index: 1 })).toBe(false)
    expect(moveLane(doc, who, { id: 'nobody', place: 'above', index: 0 })).toBe(false)
  })

  it('[LN4] moves that two people make at once both hold, and equal keys are made different by the next move', () => {
    const { a, b, sync } = replicas(newCase())
    const [ann, bo] = [actor('ann'), actor('bo')]
    addLane(a, ann, theme('School'))
    addLane(b, bo, theme('Geld'))
    sync()
    // Both were put at the same end, so they have the same key.
    expect(lanesOf(a)['ann-1']?.order).toBe(lanesOf(a)['bo-1']?.order)
    expect(pile(a)).toEqual(pile(b))
    moveLane(a, ann, { id: 'family', place: 'below', index: 1 })
    moveLane(b, bo, { id: 'professional', place: 'below', index: 0 })
    sync()
    expect(pile(a)).toEqual(pile(b))
    expect(pile(a).slice(0, 1)).toEqual(['—'])
    const between = pile(a).filter((id) => id !== 'family' && id !== 'professional' && id !== '—')
    expect(moveLane(a, ann, { id: between[1] ?? '', place: 'below', index: 0 })).toBe(true)
    expect(pile(a)[1]).toBe(between[1])
  })

  it('[LN5] a lane with moments goes only when it is said where they go; those in the bin go along; the sides stay', () => {
    const doc = newCase()
    const who = actor('ann')
    const lane = addLane(doc, who, theme('School')) ?? ''
    const event = addEvent(doc, who, { ...plainEvent('zitten blijven'), side: lane }) ?? ''
    expect(removeLane(doc, who, { id: lane, to: null })).toBe(false)
    expect(removeLane(doc, who, { id: lane, to: lane })).toBe(false)
    expect(removeLane(doc, who, { id: lane, to: 'nowhere' })).toBe(false)
    binRecord(doc, who, { kind: 'events', id: event })
    const other = addEvent(doc, who, { ...plainEvent('rapport'), side: lane }) ?? ''
    expect(removeLane(doc, who, { id: lane, to: 'professional' })).toBe(true)
    const sideOf = (id: string) => (doc.getMap('events').get(id) as Y.Map<unknown>).get('side')
    expect([sideOf(event), sideOf(other)]).toEqual(['professional', 'professional'])
    expect(pile(doc)).toEqual(['professional', '—', 'family'])
    expect(removeLane(doc, who, { id: 'family', to: 'professional' })).toBe(false)
  })

  it('[LN6] undo takes back what one did with lanes, a lane that was taken away and its moments too', () => {
    const doc = newCase()
    const who = actor('ann')
    const undo = new SessionUndo({ actor: 'ann', typing: new TypingOrigin(), drawing: new DrawingOrigin() })
    undo.add(doc)
    const lane = addLane(doc, who, theme('School')) ?? ''
    renameLane(doc, who, { id: lane, name: 'De school' })
    addEvent(doc, who, { ...plainEvent('rapport'), side: lane })
    removeLane(doc, who, { id: lane, to: 'family' })
    undo.undo()
    expect(lanesOf(doc)[lane]?.name).toBe('De school')
    expect(readCase(doc).events[0]?.side).toBe(lane)
    collapseLane(doc, who, { id: lane, collapsed: true })
    expect(lanesOf(doc)[lane]?.collapsed).toBe(true)
    undo.undo()
    expect(lanesOf(doc)[lane]?.collapsed).toBe(false)
  })

  it('[LN7] a preset names both sides in one step and leaves a side alone that it has no word for', () => {
    const doc = newCase()
    const who = actor('ann')
    expect(nameSides(doc, who, { professional: 'Wat we deden', family: 'Hoe het was' })).toBe(true)
    expect(nameSides(doc, who, { professional: 'Wat we deden', family: 'Hoe het was' })).toBe(false)
    expect(nameSides(doc, who, { professional: 'Hulp', family: ' ' })).toBe(true)
    expect([lanesOf(doc)['professional']?.name, lanesOf(doc)['family']?.name]).toEqual([
      'Hulp',
      'Hoe het was',
    ])
  })

  it('[LN8] whatever two people do with lanes at once, both see the same lanes, in the same order, and no damage', () => {
    const place = fc.constantFrom('above' as const, 'below' as const)
    const nth = fc.nat(5)
    type Step = (doc: Y.Doc, who: Actor) => unknown
    const laneAt = (doc: Y.Doc, n: number) =>
      Object.keys(lanesOf(doc))[n % Object.keys(lanesOf(doc)).length] ?? ''
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({ name: fc.string({ maxLength: 6 }), place }).map(
        ({ name, place }): Step =>
          (doc, who) =>
            addLane(doc, who, theme(name, place)),
      ),
      fc.record({ n: nth, place, index: fc.integer({ min: -2, max: 6 }) }).map(
        ({ n, ...to }): Step =>
          (doc, who) =>
            moveLane(doc, who, { id: laneAt(doc, n), ...to }),
      ),
      fc.record({ n: nth, collapsed: fc.boolean() }).map(
        ({ n, collapsed }): Step =>
          (doc, who) =>
            collapseLane(doc, who, { id: laneAt(doc, n), collapsed }),
      ),
      nth.map(
        (n): Step =>
          (doc, who) =>
            removeLane(doc, who, { id: laneAt(doc, n), to: 'family' }),
      ),
      nth.map(
        (n): Step =>
          (doc, who) =>
            addEvent(doc, who, { ...plainEvent('iets'), side: laneAt(doc, n) }),
      ),
    )
    const steps = fc.array(fc.record({ ann: fc.boolean(), step, sync: fc.boolean() }), { maxLength: 25 })
    fc.assert(
      fc.property(steps, (all) => {
        const { a, b, sync } = replicas(newCase())
        const [ann, bo] = [actor('ann'), actor('bo')]
        for (const { ann: isAnn, step, sync: together } of all) {
          if (isAnn) step(a, ann)
          else step(b, bo)
          if (together) sync()
        }
        sync()
        expect(pile(a)).toEqual(pile(b))
        expect(pile(a)).toEqual(expect.arrayContaining(['professional', 'family']))
        expect([findDamage(a, everyRecord(a)), findDamage(b, everyRecord(b))]).toEqual([[], []])
      }),
      { numRuns: 150 },
    )
  })
})
