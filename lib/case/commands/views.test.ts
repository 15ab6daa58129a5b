import { expect, it } from 'vitest'
import { timelineOf } from '@/lib/timeline/fromCase'
import { readCase } from '../doc'
import { actor, newCase } from '../test-kit'
import { binRecord } from './bin'
import { addPerson } from './people'
import { setAgeOf, setPxPerYear, setScale, stepPxPerYear } from './views'

const settingsOf = (doc: ReturnType<typeof newCase>) =>
  timelineOf(readCase(doc), { today: 20_000, locale: 'nl' }).settings

it('[LN9] how the line is drawn is kept in the case: scale, width of a year within bounds', () => {
  const doc = newCase()
  const who = actor('ann')
  expect(setScale(doc, who, 'compressed')).toBe(true)
  expect(setScale(doc, who, 'compressed')).toBe(false)
  expect(settingsOf(doc).scale).toBe('compressed')
  expect(setPxPerYear(doc, who, 1e9)).toBe(true)
  expect(settingsOf(doc).pxPerYear).toBe(1_600)
  expect(setPxPerYear(doc, who, Number.NaN)).toBe(false)
  let width = 100
  width = stepPxPerYear(width, 1)
  expect(width).toBe(141.4)
  expect(stepPxPerYear(stepPxPerYear(width, 1), -1)).toBe(141.4)
  for (let i = 0; i < 40; i++) width = stepPxPerYear(width, -1)
  expect(width).toBe(12.5)
})

it('[LN10] the age of anybody with a birth date can stand on the axis; of who is gone, that of whom it is about', () => {
  const doc = newCase()
  const who = actor('ann')
  const oma = addPerson(doc, who, { name: 'oma' }) ?? ''
  ;(doc.getMap('people').get(oma) as import('yjs').Map<unknown>).set('birth', {
    date: '1940',
    originalText: '1940',
  })
  expect(setAgeOf(doc, who, 'nobody')).toBe(false)
  expect(setAgeOf(doc, who, oma)).toBe(true)
  expect(settingsOf(doc).birth).toBe('1940')
  binRecord(doc, who, { kind: 'people', id: oma })
  expect(settingsOf(doc).birth).toBeNull()
  expect(setAgeOf(doc, who, null)).toBe(true)
})
