import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { exitText, readCase, takeText } from '../doc'
import { DrawingOrigin, TypingOrigin } from '../origins'
import { actor, newCase, plainEvent, replicas } from '../test-kit'
import { SessionUndo } from '../undo'
import { dreamerOf, makeDream } from './dream'
import * as events from './events'
import { addPerson } from './people'
import { setPicture } from './picture'
import * as round from './roundabout'
import { setTake, withdrawTake } from './takes'
import { noteScribed, setToldBy } from './words'

const ann = actor('ann')

function oneEvent(kind: 'family' | 'roundabout' = 'family') {
  const doc = newCase()
  const id = events.addEvent(doc, ann, { ...plainEvent('School'), kind }) ?? ''
  const undo = new SessionUndo({ actor: 'ann', typing: new TypingOrigin(), drawing: new DrawingOrigin() })
  undo.add(doc)
  const event = () => readCase(doc).events.find((one) => one.id === id)!
  return { doc, id, undo, event }
}

describe('reactions', () => {
  it('[EV3] a reaction has words of then and of now, and its author can change both', () => {
    const { doc, id, event } = oneEvent()
    expect(
      setTake(doc, ann, { eventId: id, author: 'ann', fields: { text: 'Fijn', now: 'Het raakt me' } }),
    ).toBe(true)
    expect(setTake(doc, ann, { eventId: id, author: 'ann', fields: { now: 'Het raakt me nog' } })).toBe(true)
    expect(setTake(doc, ann, { eventId: id, author: 'ann', fields: { now: 'Het raakt me nog' } })).toBe(false)
    expect(event().takes['ann']).toMatchObject({ text: 'Fijn', now: 'Het raakt me nog' })
    expect(takeText(doc, id, 'ann', 'now')?.toJSON()).toBe('Het raakt me nog')
  })

  it('[EV3] a reaction that is withdrawn is gone for all, and undo brings its words and marks back', () => {
    const { doc, id, undo, event } = oneEvent()
    setTake(doc, ann, { eventId: id, author: 'ann', fields: { text: 'Fijn', helpful: 'yes' } })
    setTake(doc, actor('bo'), { eventId: id, author: 'bo', fields: { text: 'Zwaar' } })
    expect(withdrawTake(doc, ann, { eventId: id, author: 'ann' })).toBe(true)
    expect(Object.keys(event().takes)).toEqual(['bo'])
    expect(withdrawTake(doc, ann, { eventId: id, author: 'ann' })).toBe(false)
    undo.undo()
    expect(event().takes).toMatchObject({ ann: { text: 'Fijn', helpful: 'yes' }, bo: { text: 'Zwaar' } })
  })
})

describe('whose words', () => {
  it('[EV4] who tells it brings their circle along when nobody has said a side yet', () => {
    const { doc, id, event } = oneEvent()
    const toldBy = { person: 'iris', principal: null, name: '' }
    setToldBy(doc, ann, { id, toldBy, circle: 'family' })
    expect(event()).toMatchObject({ toldBy, source: 'family' })
    setToldBy(doc, ann, { id, toldBy: null, circle: 'professional' })
    expect(event()).toMatchObject({ toldBy: null, source: 'family' })
  })

  it('[EV4] who wrote in the words of another is kept, is no step of undo, and goes when the words become another’s', () => {
    const { doc, id, undo, event } = oneEvent()
    setToldBy(doc, ann, { id, toldBy: { person: 'iris', principal: null, name: '' } })
    noteScribed(doc, ann, { id })
    expect(event().scribed).toEqual({ by: 'ann', at: 1_000 })
    undo.undo()
    expect(event()).toMatchObject({ toldBy: null, scribed: { by: 'ann' } })
    setToldBy(doc, ann, { id, toldBy: { person: 'mees', principal: null, name: '' } })
    expect(event().scribed).toBeNull()
  })
})

describe('the words of a reaction', () => {
  it('[EV4] who wrote in somebody’s reaction with their yes is kept on it', () => {
    const { doc, id, undo, event } = oneEvent()
    setTake(doc, actor('bo'), { eventId: id, author: 'bo', fields: { text: 'Zwaar' } })
    noteScribed(doc, ann, { id, take: 'bo' })
    noteScribed(doc, ann, { id, take: 'nobody' })
    expect(undo.canUndo).toBe(false)
    expect(event()).toMatchObject({ takes: { bo: { text: 'Zwaar', writtenBy: 'ann' } }, scribed: null })
  })
})

describe('kinds', () => {
  it('[EV7] what becomes a roundabout is a proposal, also when it begins as one, and not when it is something else', () => {
    expect(oneEvent('roundabout').event().proposed).toBe(true)
    const { doc, id, undo, event } = oneEvent()
    events.setEventKind(doc, ann, { id, kind: 'roundabout' })
    expect(event()).toMatchObject({ kind: 'roundabout', proposed: true })
    round.setProposed(doc, ann, { id, proposed: false })
    expect(events.setEventKind(doc, ann, { id, kind: 'roundabout' })).toBe(false)
    expect(event().proposed).toBe(false)
    events.setEventKind(doc, ann, { id, kind: 'decision' })
    round.setProposed(doc, ann, { id, proposed: true })
    events.setEventKind(doc, ann, { id, kind: 'contact' })
    expect(event().proposed).toBe(true)
    round.setProposed(doc, ann, { id, proposed: false })
    events.setEventKind(doc, ann, { id, kind: 'roundabout' })
    expect(event().proposed).toBe(true)
    undo.undo()
    expect(event()).toMatchObject({ kind: 'contact', proposed: false })
    undo.redo()
    events.setEventKind(doc, ann, { id, kind: 'family' })
    expect(event()).toMatchObject({ kind: 'family', proposed: false })
  })

  it('[EV11] an empty stretch gets words when it has none, and keeps those it has', () => {
    const { doc, event, id } = oneEvent()
    events.setEventKind(doc, ann, { id, kind: 'gap', title: 'Hier weten we niets van' })
    expect(event().title).toBe('School')
    const bare = events.addEvent(doc, ann, plainEvent('')) ?? ''
    events.setEventKind(doc, ann, { id: bare, kind: 'gap', title: 'Hier weten we niets van' })
    expect(readCase(doc).events.find((one) => one.id === bare)?.title).toBe('Hier weten we niets van')
  })

  it('[EV10] a dream is in the words of who it is about, with them in it', () => {
    const { doc, id, event } = oneEvent()
    const iris = addPerson(doc, ann, { name: 'Iris' }) ?? ''
    expect(makeDream(doc, ann, { id, person: 'nobody' })).toBe(false)
    expect(makeDream(doc, ann, { id, person: iris })).toBe(true)
    expect(event()).toMatchObject({ kind: 'dream', people: [iris], toldBy: { person: iris } })
    expect(dreamerOf(event())).toBe(iris)
    expect(dreamerOf({ toldBy: null, people: ['a', 'b'] })).toBeNull()
  })

  it('[EV12] marks, era and picture are set, and saying the same again writes nothing', () => {
    const { doc, id, event } = oneEvent()
    const all = () => [
      events.setTurningPoint(doc, ann, { id, turningPoint: true }),
      events.setBackground(doc, ann, { id, background: true }),
      setPicture(doc, ann, { id, asset: 'p1' }),
    ]
    expect(all()).toEqual([true, true, true])
    const before = Y.encodeStateAsUpdate(doc)
    expect(all()).toEqual([false, false, false])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    expect(event()).toMatchObject({ turningPoint: true, background: true, asset: 'p1' })
  })
})

describe('a roundabout', () => {
  it('[EV8] ways out are added, named, marked, put in order and taken away', () => {
    const { doc, id, undo, event } = oneEvent('roundabout')
    const names = () => round.sortedExits(event().exits).map(([, { text }]) => text)
    const [one, two, three] = ['een', 'twee', 'drie'].map(
      (text) => round.addExit(doc, ann, { id, text }) ?? '',
    )
    expect(names()).toEqual(['een', 'twee', 'drie'])
    exitText(doc, id, two!)?.insert(0, 'nummer ')
    expect(round.moveExit(doc, ann, { id, exit: three!, direction: 'up' })).toBe(true)
    expect(names()).toEqual(['een', 'drie', 'nummer twee'])
    expect(round.moveExit(doc, ann, { id, exit: one!, direction: 'up' })).toBe(false)
    expect(round.moveExit(doc, ann, { id, exit: two!, direction: 'down' })).toBe(false)
    expect(round.moveExit(doc, ann, { id, exit: one!, direction: 'down' })).toBe(true)
    expect(names()).toEqual(['drie', 'een', 'nummer twee'])
    round.setExitStatus(doc, ann, { id, exit: one!, status: 'taken' })
    round.setExitStatus(doc, ann, { id, exit: two!, status: 'taken' })
    expect(Object.values(event().exits).filter(({ status }) => status === 'taken')).toHaveLength(2)
    round.removeExit(doc, ann, { id, exit: two! })
    expect(names()).toEqual(['drie', 'een'])
    undo.undo()
    expect(names()).toEqual(['drie', 'een', 'nummer twee'])
  })

  it('[EV8] two people who add a way out at the same moment both keep it, in the same order for both', () => {
    const { doc, id } = oneEvent('roundabout')
    const { a, b, sync } = replicas(doc)
    round.addExit(a, actor('ann2'), { id, text: 'van Ann' })
    round.addExit(b, actor('bo'), { id, text: 'van Bo' })
    sync()
    const names = (one: Y.Doc) =>
      round.sortedExits(readCase(one).events[0]!.exits).map(([, { text }]) => text)
    expect(names(a)).toHaveLength(2)
    expect(names(a)).toEqual(names(b))
    const [, second] = round.sortedExits(readCase(a).events[0]!.exits)
    expect(round.moveExit(a, ann, { id, exit: second![0], direction: 'up' })).toBe(true)
    expect(names(a)).toHaveLength(2)
  })

  it('[EV9] who has been asked, what they say under their name, and that it is no proposal any more', () => {
    const { doc, id, event } = oneEvent('roundabout')
    round.setAsked(doc, ann, { id, person: 'iris', asked: true })
    round.setNoticed(doc, ann, { id, noticed: 'now' })
    round.setRecognition(doc, ann, { id, key: 'iris', answer: 'yes', name: 'Iris' })
    round.setRecognition(doc, ann, { id, key: 'ann', answer: 'unsure', name: 'Ann' })
    expect(event()).toMatchObject({
      asked: ['iris'],
      noticed: 'now',
      proposed: true,
      answers: {
        iris: { answer: 'yes', name: 'Iris', writtenBy: 'ann' },
        ann: { answer: 'unsure', writtenBy: null },
      },
    })
    round.setRecognition(doc, ann, { id, key: 'ann', answer: null, name: 'Ann' })
    expect(Object.keys(event().answers)).toEqual(['iris'])
    round.setProposed(doc, ann, { id, proposed: false })
    expect(event().proposed).toBe(false)
  })
})
