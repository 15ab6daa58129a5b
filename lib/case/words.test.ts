import { describe, expect, it } from 'vitest'
import { Event, Person, Take } from './schema'
import { hasSaid, keyOfPerson, mayAnswer, mayChangeEvent, mayChangeTake } from './words'

const iris = Person.parse({ id: 'iris', name: 'Iris' })
const joke = Person.parse({ id: 'joke', name: 'Joke', principal: 'p-joke' })
const people = [iris, joke]
const ann = { id: 'p-ann', mayScribe: true }
const bo = { id: 'p-bo', mayScribe: false }
const jokeHerself = { id: 'p-joke', mayScribe: false }
const event = (toldBy: unknown, createdBy = 'p-cas') => Event.parse({ id: 'e', toldBy, createdBy })
const told = (by: Partial<{ person: string; principal: string; name: string }>) => ({
  person: null,
  principal: null,
  name: '',
  ...by,
})

describe('whose words they are', () => {
  it('[EV1] an event that nobody in particular tells belongs to the table', () => {
    for (const me of [ann, bo]) {
      expect(mayChangeEvent(event(null), me, people)).toBe('own')
      expect(mayChangeEvent(event(told({ name: ' ' })), me, people)).toBe('own')
    }
  })

  it('[EV1] the words of a participant are theirs, and who guides asks first', () => {
    const words = event(told({ principal: 'p-bo', name: 'Bo' }))
    expect(mayChangeEvent(words, bo, people)).toBe('own')
    expect(mayChangeEvent(words, ann, people)).toBe('ask')
    expect(mayChangeEvent(words, jokeHerself, people)).toBe('no')
  })

  it('[EV1] the words of a person of the case are of the participant that they are', () => {
    expect(mayChangeEvent(event(told({ person: 'joke' })), jokeHerself, people)).toBe('own')
    expect(mayChangeEvent(event(told({ person: 'joke' })), bo, people)).toBe('no')
    expect(mayChangeEvent(event(told({ person: 'iris' })), jokeHerself, people)).toBe('no')
    expect(mayChangeEvent(event(told({ person: 'iris' })), ann, people)).toBe('ask')
  })

  it('[EV1] a name that is only typed, and a person who is gone, are somebody else too', () => {
    expect(mayChangeEvent(event(told({ name: 'Oma' })), bo, people)).toBe('no')
    expect(mayChangeEvent(event(told({ person: 'gone' })), bo, people)).toBe('no')
    expect(mayChangeEvent(event(told({ name: 'Oma' })), ann, people)).toBe('ask')
  })

  it('[EV1] who wrote it down first may ask for a yes as well, and no more than that', () => {
    expect(mayChangeEvent(event(told({ person: 'iris' }), 'p-bo'), bo, people)).toBe('ask')
  })

  it('[EV2] what somebody says of an event is theirs, also when it was written down for them', () => {
    const take = (more: object = {}) => Take.parse({ text: 'Fijn', ...more })
    expect(mayChangeTake('p-bo', take(), bo, people)).toBe('own')
    expect(mayChangeTake('p-bo', take(), ann, people)).toBe('ask')
    expect(mayChangeTake('p-bo', take(), jokeHerself, people)).toBe('no')
    expect(mayChangeTake('joke', take({ person: 'joke', writtenBy: 'p-ann' }), jokeHerself, people)).toBe(
      'own',
    )
    expect(mayChangeTake('iris', take({ person: 'iris', writtenBy: 'p-bo' }), bo, people)).toBe('ask')
    expect(mayChangeTake('told', take(), bo, people)).toBe('no')
  })

  it('[EV3] a field that was opened and left empty is no reaction', () => {
    expect(
      [{}, { text: ' ' }, { now: 'nu' }, { helpful: 'no' }].map((take) => hasSaid(Take.parse(take))),
    ).toEqual([false, false, true, true])
  })

  it('[EV9] an answer about a roundabout is of who gives it', () => {
    expect(mayAnswer('p-bo', bo, people)).toBe('own')
    expect(mayAnswer('joke', jokeHerself, people)).toBe('own')
    expect(mayAnswer('iris', bo, people)).toBe('no')
    expect(mayAnswer('iris', ann, people)).toBe('ask')
    expect([iris, joke].map(keyOfPerson)).toEqual(['iris', 'p-joke'])
  })
})
