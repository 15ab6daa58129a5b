import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { binRecord, restoreRecord } from './commands/bin'
import { addEvent } from './commands/events'
import { addPerson } from './commands/people'
import { NewsReader, type News } from './news'
import { actor, copyOf, newCase, plainEvent } from './test-kit'

/** Two documents that hear of each other; what the second is told of what the first does. */
function two() {
  const here = newCase()
  const there = copyOf(here)
  const reader = new NewsReader(there)
  const heard: News[] = []
  here.on('update', (update: Uint8Array) => Y.applyUpdate(there, update, 'remote'))
  there.on('afterTransaction', (transaction: Y.Transaction) => heard.push(...reader.read(transaction)))
  return { here, told: () => heard.splice(0) }
}

const titleOf = (doc: Y.Doc, id: string) =>
  doc.getMap<Y.Map<unknown>>('events').get(id)!.get('title') as Y.Text

it('[NWS1] what somebody adds, changes, puts away and brings back is told once, with who did it and what it is called', () => {
  const { here, told } = two()
  const ann = actor('ann')
  const id = addEvent(here, ann, { ...plainEvent('Scheiding'), originalText: 'in 2019' })!
  const item = { kind: 'events', id, label: 'Scheiding', date: 'in 2019' }
  expect(told()).toEqual([{ ...item, what: 'added', by: 'ann', client: null }])
  const title = titleOf(here, id)
  title.insert(title.length, ' van oma')
  const renamed = { ...item, label: 'Scheiding van oma' }
  expect(told()).toEqual([{ ...renamed, what: 'changed', by: null, client: here.clientID }])
  binRecord(here, ann, { kind: 'events', id })
  expect(told()).toEqual([{ ...renamed, what: 'binned', by: 'ann', client: here.clientID }])
  restoreRecord(here, ann, { kind: 'events', id })
  expect(told()).toEqual([expect.objectContaining({ what: 'back', by: null })])
})

it('[NWS2] letters that were only taken away are told without a name', () => {
  const { here, told } = two()
  const id = addEvent(here, actor('ann'), plainEvent('Scheiding'))!
  told()
  titleOf(here, id).delete(0, 4)
  expect(told()).toEqual([expect.objectContaining({ what: 'changed', client: null, label: 'iding' })])
})

it('[NWS3] of what two people did in one, each record has its own', () => {
  const [ann, bo, there] = [newCase(), newCase(), newCase()]
  const event = addEvent(ann, actor('ann'), plainEvent('Verhuizing'))!
  const person = addPerson(bo, actor('bo'), { name: 'Opa', circle: 'family' })!
  const reader = new NewsReader(there)
  const heard: News[] = []
  there.on('afterTransaction', (transaction: Y.Transaction) => heard.push(...reader.read(transaction)))
  Y.applyUpdate(there, Y.mergeUpdates([Y.encodeStateAsUpdate(ann), Y.encodeStateAsUpdate(bo)]))
  expect(heard.map(({ id, by, client }) => [id, by, client])).toEqual([
    [event, 'ann', ann.clientID],
    [person, 'bo', bo.clientID],
  ])
})

it('[NWS4] settings, places and drawing are not told of', () => {
  const { here, told } = two()
  here.transact(() => {
    here.getMap('views').set('other', new Y.Map([['id', 'other']]))
    here.getMap('shapes').set('shape:a', new Y.Map([['id', 'shape:a']]))
  })
  expect(told()).toEqual([])
})
