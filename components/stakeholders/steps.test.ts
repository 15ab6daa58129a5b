import { describe, expect, it } from 'vitest'
import { nearestStance } from '@/lib/stakeholders/layout/forces'
import { ringOf } from '@/lib/stakeholders/scales'
import { MESSAGES } from '@/lib/i18n/messages'
import { type Attribute, ATTRIBUTES, stepOf, STEPS } from '@/lib/stakeholders/steps'
import { stepped, valueAt } from './steps'

describe('the steps of what a place says', () => {
  it('[SKV7] every step has a word in both languages, and every word a step', () => {
    for (const { stakeholders } of Object.values(MESSAGES))
      for (const attribute of ATTRIBUTES)
        expect(Object.keys(stakeholders.step[attribute])).toEqual(STEPS[attribute].map((_, i) => String(i)))
  })

  it('[SKV7] a step of nearness is a ring, whatever the nearness', () => {
    for (let hundredth = 0; hundredth <= 100; hundredth++)
      expect(stepOf('nearness', hundredth / 100)).toBe(STEPS.nearness.length - 1 - ringOf(hundredth / 100))
  })

  it('[SKV7] a step of what helps or hinders is a column', () => {
    for (const stance of [-2, -1, 0, 1, 2])
      expect(valueAt('stance', stepOf('stance', stance)!)).toBe(nearestStance(stance))
  })

  it('[SKV7] a key goes one step, no further than the last, and begins in the middle', () => {
    const walk = (attribute: Attribute, by: 1 | -1) => {
      const seen = [stepped(attribute, null, by)]
      for (let i = 0; i < 4; i++) seen.push(stepped(attribute, seen.at(-1) ?? null, by))
      return seen
    }
    expect(walk('stance', -1)).toEqual([0, -1, -2, -2, -2])
    expect(walk('influence', 1)).toEqual([0.5, 0.75, 1, 1, 1])
    expect(walk('nearness', 1)).toEqual([0.625, 0.875, 0.875, 0.875, 0.875])
    // From where a hand has put somebody to the next word.
    expect(stepped('influence', 0.3, 1)).toBe(0.5)
  })
})
