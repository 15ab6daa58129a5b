// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { addPerson } from '@/lib/case/commands/people'
import { RECORDS } from '@/lib/case/schema'
import { firstStakes } from '@/lib/stakeholders/fromCase'
import { changeStake, putInField, putStakes, takeOut } from './hands'
import { board, fieldOf } from './test-kit'

describe('what hands do in the field', () => {
  it('[SKV4] who is let go of says what that place means in the form that is shown, and no place is kept', () => {
    const { session, karim, told } = board()
    const put = (form: 'rings' | 'grid' | 'forces', x: number, y: number) =>
      putStakes(session, fieldOf(session.feed.get(), form).layout, [{ id: karim, x, y }])
    put('rings', 0, 90)
    expect(told(karim)).toMatchObject({ influence: null, stance: null })
    expect(told(karim)!.nearness).toBeGreaterThan(0.75)
    put('grid', 5_000, 5_000)
    expect(told(karim)).toMatchObject({ influence: 0, interest: 1, stance: null })
    put('forces', -5_000, 0)
    expect(told(karim)).toMatchObject({ influence: 0, interest: 1, stance: -2 })
    expect(session.feed.get().pins).toEqual([])
  })

  it('[SKV4] who is put into the tray is not known there any more', () => {
    const { session, karim, judith, told } = board()
    changeStake(session, { id: karim, nearness: 0.9, influence: 0.5 })
    const { layout } = fieldOf(session.feed.get(), 'rings')
    const tray = layout.tray!
    expect(layout.stakes.filter(({ unplaced }) => unplaced).map(({ id }) => id)).toEqual([judith])
    putStakes(session, layout, [{ id: karim, x: tray.x + tray.w / 2, y: tray.y + tray.h / 2 }])
    expect(told(karim)).toMatchObject({ nearness: null, influence: 0.5 })
  })

  it('[SKV5] who is moved together is one step of undo', () => {
    const { session, karim, judith, told, undo } = board()
    putStakes(session, fieldOf(session.feed.get(), 'forces').layout, [
      { id: karim, x: -5_000, y: 0 },
      { id: judith, x: 5_000, y: 0 },
    ])
    expect([told(karim)?.stance, told(judith)?.stance]).toEqual([-2, 2])
    undo()
    expect([told(karim)?.stance, told(judith)?.stance]).toEqual([null, null])
  })

  it('[SKV6] putting several in the field is one step, which the message or undo takes back', () => {
    const { session, told, karim, undo } = board()
    const { doc } = session
    const others = ['Wim', 'Anouk'].map((name) => ({
      kind: 'people' as const,
      id: addPerson(doc, session.actor(), { name, circle: 'family' })!,
    }))
    const count = () => session.feed.get().stakes.length
    const back = putInField(session, others)
    expect(count()).toBe(4)
    back()
    expect(count()).toBe(2)
    expect(told(karim)).toBeDefined()
    undo()
    expect(count()).toBe(4)
    undo()
    expect(count()).toBe(2)
  })

  it('[SKV6] taking several out is one step, and the message gives them back with all that was said', () => {
    const { session, karim, judith, told, undo } = board()
    changeStake(session, { id: karim, influence: 0.75 })
    const back = takeOut(session, [{ id: karim }, { id: judith }])
    expect(session.feed.get().stakes).toEqual([])
    expect(session.feed.get().people).toHaveLength(3)
    back()
    expect(told(karim)).toMatchObject({ influence: 0.75 })
    expect(session.feed.get().stakes).toHaveLength(2)
    undo()
    undo()
    expect(session.feed.get().stakes).toHaveLength(2)
  })

  it('[SKV8] of two places of one person the same one is told and drawn', () => {
    const { session, people } = board()
    const all = session.feed.get()
    const [karim = ''] = people
    const stakes = ['z', 'a', 'm'].map((id) => RECORDS.stakes.parse({ id, subject: karim }))
    for (const twice of [stakes, stakes.toReversed()]) {
      const drawn = fieldOf({ ...all, stakes: twice }, 'grid').layout.stakes.map(({ id }) => id)
      expect(drawn).toEqual(['a'])
      expect(firstStakes({ stakes: twice }).map(({ id }) => id)).toEqual(['a'])
    }
  })
})
