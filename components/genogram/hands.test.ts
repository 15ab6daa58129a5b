// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { createBoardSession } from '@/components/board/session'
import { addPartner } from '@/lib/case/commands/kin'
import { newCase } from '@/lib/case/test-kit'
import { pictureOf } from '@/lib/genogram/case-kit'
import { layoutGenogram } from '@/lib/genogram/layout/layout'
import { addFirst, binPeople, pinPeople, tidy } from './hands'

function board() {
  const doc = newCase()
  const me = { id: 'ann', name: 'Ann' }
  const session = createBoardSession({ doc, awareness: new Awareness(doc), me, locale: 'nl', canWrite: true })
  const first = addFirst(session, ' Fenna ')!
  const partner = addPartner(doc, session.actor(), { of: first, partner: { new: { name: 'Sem' } } })!.person
  session.feed.flush()
  const placeOf = (id: string) => {
    const { people } = layoutGenogram(pictureOf(session.feed.get()).input)
    const { x, y, pinned } = people.find((one) => one.id === id)!
    return { x, y, pinned }
  }
  const undo = () => {
    session.undo.undo()
    session.feed.flush()
  }
  return { session, first, partner, placeOf, undo }
}

describe('what hands do in the geno-sociogram', () => {
  it('[GV7] who is let go of stays there, and everybody sees them there', () => {
    const { session, first, placeOf } = board()
    pinPeople(session, [{ id: first, x: 300.4, y: 79.6 }])
    expect(placeOf(first)).toEqual({ x: 300, y: 80, pinned: true })
  })

  it('[GV8] people who are moved together are one step of undo, also when one had been moved before', () => {
    const { session, first, partner, placeOf, undo } = board()
    pinPeople(session, [{ id: first, x: 40, y: 0 }])
    const before = [placeOf(first), placeOf(partner)]
    pinPeople(session, [
      { id: first, x: 300, y: 80 },
      { id: partner, x: 500, y: 80 },
    ])
    expect(placeOf(partner)).toEqual({ x: 500, y: 80, pinned: true })
    undo()
    expect([placeOf(first), placeOf(partner)]).toEqual(before)
  })

  it('[GV9] "Netjes zetten" lets everybody go, and the message takes that back', () => {
    const { session, first, placeOf } = board()
    expect(tidy(session)).toBeNull()
    pinPeople(session, [{ id: first, x: 300, y: 80 }])
    const back = tidy(session)
    expect(placeOf(first).pinned).toBe(false)
    back?.()
    expect(placeOf(first)).toEqual({ x: 300, y: 80, pinned: true })
  })

  it('[GV10] deleting several people is one step, and the message takes it back', () => {
    const { session, first, partner, undo } = board()
    const back = binPeople(session, [first, partner])
    expect(session.feed.get().people).toEqual([])
    back()
    expect(session.feed.get().people).toHaveLength(2)
    undo()
    undo()
    expect(session.feed.get().people).toHaveLength(2)
  })

  it('[GV11] a family begins with one name, in one step: the person "om wie het gaat"', () => {
    const { session, first, undo } = board()
    expect(session.feed.get().people.find(({ id }) => id === first)).toMatchObject({
      name: 'Fenna',
      circle: 'family',
    })
    expect(session.feed.get().meta.indexPerson).toBe(first)
    undo()
    undo()
    expect(session.feed.get().people).toEqual([])
    expect(session.feed.get().meta.indexPerson).toBeNull()
  })
})
