import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { binRecord } from './commands/bin'
import { addEvent, setCrucial, setEventDate, setEventSide } from './commands/events'
import { confirmName } from './commands/names'
import { addPerson } from './commands/people'
import { setText, setTitle } from './commands/texts'
import { caseMap, readCase, textOf } from './doc'
import { DrawingOrigin, TypingOrigin } from './origins'
import { binnedRecords } from './queries'
import { actor, newCase, plainEvent, replicas } from './test-kit'
import { SessionUndo } from './undo'

/** A session of Ann. Typing is one step however long it takes, so that no test waits. */
function session(...docs: Y.Doc[]) {
  const [typing, drawing] = [new TypingOrigin(), new DrawingOrigin()]
  const undo = new SessionUndo({ actor: 'ann', typing, drawing }, Infinity)
  for (const doc of docs) undo.add(doc)
  const type = (text: Y.Text | null, letters: string, doc: Y.Doc) =>
    doc.transact(() => text?.insert(text.length, letters), typing)
  return { undo, typing, drawing, type }
}

const ann = actor('ann')
const bo = actor('bo')

describe('undo', () => {
  it('[CA36] takes back own steps in order and nothing of others, and does them again', () => {
    const start = newCase()
    const id = addEvent(start, actor('x'), plainEvent('x')) ?? ''
    const { a, b, sync } = replicas(start)
    const { undo } = session(a)
    setCrucial(a, ann, { id, crucial: true })
    setEventSide(a, ann, { id, side: 'professional' })
    setEventDate(b, bo, { id, date: '2020', originalText: '2020' })
    sync()
    expect(undo.undo()).toBe(true)
    expect(readCase(a).events[0]).toMatchObject({ side: 'family', crucial: true, date: '2020' })
    expect(undo.undo()).toBe(true)
    expect(readCase(a).events[0]).toMatchObject({ side: 'family', crucial: false, date: '2020' })
    expect(undo.undo()).toBe(false)
    expect([undo.canUndo, undo.canRedo]).toEqual([false, true])
    undo.redo()
    undo.redo()
    expect(undo.redo()).toBe(false)
    sync()
    expect(readCase(b).events[0]).toMatchObject({ side: 'professional', crucial: true, date: '2020' })
  })

  it('[CA37] a value that somebody else changed since stays theirs, and the step before is taken back instead', () => {
    const start = newCase()
    const id = addEvent(start, actor('x'), plainEvent('x')) ?? ''
    const { a, b, sync } = replicas(start)
    const { undo } = session(a)
    setTitle(a, ann, 'Roos!')
    setEventDate(a, ann, { id, date: '2015', originalText: '2015' })
    sync()
    setEventDate(b, bo, { id, date: '2020', originalText: '2020' })
    sync()
    undo.undo()
    expect(readCase(a)).toMatchObject({ meta: { title: 'Roos' }, events: [{ date: '2020' }] })
  })

  it('[CA37] a step that means nothing any more does not take an older one with it', () => {
    const start = newCase()
    const id = addEvent(start, actor('x'), plainEvent('x')) ?? ''
    const { a, b, sync } = replicas(start)
    const reserved = newCase()
    const { undo } = session(a, reserved)
    setTitle(a, ann, 'Eerst')
    setTitle(reserved, ann, 'Toen')
    setEventSide(a, ann, { id, side: 'professional' })
    sync()
    setEventSide(b, bo, { id, side: 'other' })
    sync()
    undo.undo()
    expect([readCase(a).meta.title, readCase(reserved).meta.title]).toEqual(['Eerst', 'Roos'])
  })

  it('[CA38] undoing an addition puts it in the bin with what others wrote in it; redo brings it back', () => {
    const { a, b, sync } = replicas(newCase())
    const { undo } = session(a)
    const id = addEvent(a, actor('ann'), plainEvent('Verhuizing')) ?? ''
    sync()
    setText(b, bo, { kind: 'events', id, field: 'description', text: 'Dat was zwaar' })
    sync()
    undo.undo()
    sync()
    expect(readCase(b).events).toEqual([])
    expect(undo.canUndo).toBe(false)
    expect(binnedRecords(b)).toMatchObject([{ kind: 'events', id, label: 'Verhuizing', by: 'ann' }])
    undo.redo()
    sync()
    expect(readCase(b).events).toMatchObject([
      { title: 'Verhuizing', description: 'Dat was zwaar', binned: null },
    ])
  })

  it('[CA39] typing that goes on is one step; a command or another document in between starts a new one', () => {
    const [doc, reserved] = [newCase(), newCase()]
    const { undo, type } = session(doc, reserved)
    const text = textOf(doc, 'meta', 'case', 'title')
    type(text, 'j', doc)
    type(text, 'e', doc)
    setTitle(doc, ann, 'Roosje!')
    type(text, '?', doc)
    type(textOf(reserved, 'meta', 'case', 'title'), 'x', reserved)
    type(text, '?', doc)
    const seen: string[] = []
    while (undo.undo()) seen.push(`${readCase(doc).meta.title} ${readCase(reserved).meta.title}`)
    expect(seen).toEqual(['Roosje!? Roosx', 'Roosje!? Roos', 'Roosje! Roos', 'Roosje Roos', 'Roos Roos'])
  })

  it('[CA40] steps over several documents are taken back last first, and a new step forgets what could be redone', () => {
    const [doc, reserved] = [newCase(), newCase()]
    const { undo } = session(doc, reserved)
    setTitle(doc, ann, '1')
    setTitle(reserved, ann, '2')
    setTitle(doc, ann, '3')
    undo.undo()
    undo.undo()
    expect([readCase(doc).meta.title, readCase(reserved).meta.title]).toEqual(['1', 'Roos'])
    undo.redo()
    expect([readCase(doc).meta.title, readCase(reserved).meta.title]).toEqual(['1', '2'])
    setTitle(reserved, ann, '4')
    expect(undo.canRedo).toBe(false)
  })

  it('[RS22] several commands in several documents are one step, of undo and of redo', () => {
    const [doc, reserved] = [newCase(), newCase()]
    const { undo } = session(doc, reserved)
    const titles = () => [readCase(doc).meta.title, readCase(reserved).meta.title]
    setTitle(doc, ann, '0')
    undo.together(() => {
      setTitle(doc, ann, '1')
      undo.together(() => setTitle(reserved, ann, '2'))
      setTitle(doc, ann, '3')
    })
    setTitle(reserved, ann, '4')
    undo.undo()
    expect(titles()).toEqual(['3', '2'])
    undo.undo()
    expect(titles()).toEqual(['0', 'Roos'])
    undo.redo()
    expect(titles()).toEqual(['3', '2'])
    undo.undo()
    undo.undo()
    expect(titles()).toEqual(['Roos', 'Roos'])
    expect(undo.undo()).toBe(false)
  })

  it('[CA41] imports, other people and the server are never taken back; drawing is', () => {
    const doc = newCase()
    const { undo, drawing } = session(doc)
    doc.transact(() => addPerson(doc, ann, { name: 'Uit een bestand' }), { type: 'import', actor: 'ann' })
    setTitle(doc, bo, 'Van Bo')
    doc.transact(() => caseMap(doc, 'shapes').set('s', new Y.Map()), 'repair')
    expect(undo.canUndo).toBe(false)
    doc.transact(() => caseMap(doc, 'shapes').set('t', new Y.Map()), drawing)
    expect(undo.undo()).toBe(true)
    expect([...caseMap(doc, 'shapes').keys()]).toEqual(['s'])
  })

  it('[CA42] only the last 200 steps are kept, and listeners hear of every change', () => {
    const doc = newCase()
    const { undo } = session(doc)
    let told = 0
    const stop = undo.subscribe(() => told++)
    for (let n = 0; n < 230; n++) setTitle(doc, ann, `titel ${n}`)
    expect(told).toBe(230)
    stop()
    let steps = 0
    while (undo.undo()) steps++
    expect(steps).toBe(200)
    expect(told).toBe(230)
    expect(readCase(doc).meta.title).toBe('titel 29')
    undo.dispose()
    expect(undo.canRedo).toBe(false)
  })

  it('[CA67] what a forgotten step had taken away is held no longer; what can still be taken back comes back whole', () => {
    const doc = newCase()
    const id = addEvent(doc, actor('x'), plainEvent('x')) ?? ''
    const { undo } = session(doc)
    const held = () =>
      [...doc.store.clients.values()]
        .flat()
        .filter((struct) => struct instanceof Y.Item && struct.deleted && struct.keep).length
    const counts: number[] = []
    for (let step = 1; step <= 800; step++) {
      setText(doc, ann, { kind: 'events', id, field: 'description', text: `woorden van stap ${step}` })
      if (step % 400 === 0) counts.push(held())
    }
    expect(counts[1]).toBe(counts[0])
    const forgotten = new TextEncoder().encode('woorden van stap 300').join()
    expect(Y.encodeStateAsUpdate(doc).join()).not.toContain(forgotten)
    for (let step = 799; step >= 600; step--) {
      expect(undo.undo()).toBe(true)
      expect(textOf(doc, 'events', id, 'description')?.toJSON()).toBe(`woorden van stap ${step}`)
    }
    expect(undo.undo()).toBe(false)
    for (let step = 601; step <= 800; step++) undo.redo()
    expect(textOf(doc, 'events', id, 'description')?.toJSON()).toBe('woorden van stap 800')
  })

  it('[CA66] one step is taken back, whatever came after it, and only once', () => {
    const doc = newCase()
    const { undo, type } = session(doc)
    const id = addEvent(doc, ann, plainEvent('first')) ?? ''
    const added = addPerson(doc, ann, { name: 'Noor' })
    const step = undo.last
    setCrucial(doc, ann, { id, crucial: true })
    type(textOf(doc, 'events', id, 'title'), ' and more', doc)
    expect(undo.takeBack(step)).toBe(true)
    expect(binnedRecords(doc).map((one) => one.id)).toEqual([added])
    expect(readCase(doc).events[0]).toMatchObject({ crucial: true, title: 'first and more' })
    expect(undo.takeBack(step)).toBe(false)
    expect(readCase(doc).events[0]).toMatchObject({ crucial: true, title: 'first and more' })
    undo.redo()
    expect(readCase(doc).people.map((one) => one.id)).toEqual([added])
    undo.undo()
    undo.undo()
    expect(readCase(doc).events[0]).toMatchObject({ crucial: true, title: 'first' })
    undo.undo()
    expect(readCase(doc).events[0]).toMatchObject({ crucial: false })
  })

  it('[CA43] confirming a name is one step back', () => {
    const doc = newCase()
    addEvent(doc, actor('x'), { ...plainEvent('x'), names: ['moeder'] })
    const { undo } = session(doc)
    confirmName(doc, actor('ann'), { name: 'moeder', as: 'person' })
    undo.undo()
    expect(readCase(doc)).toMatchObject({ people: [], events: [{ names: ['moeder'], people: [] }] })
  })

  it('[CA44] with any mix of own and foreign steps, undoing all leaves what the others made, equal for all', () => {
    const act = fc.record({
      own: fc.boolean(),
      what: fc.constantFrom('side', 'crucial', 'title', 'bin', 'undo', 'redo'),
      n: fc.nat({ max: 99 }),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const start = newCase()
        const id = addEvent(start, actor('x'), plainEvent('x')) ?? ''
        const { a, b, sync } = replicas(start)
        const { undo, type } = session(a)
        for (const { own, what, n } of acts) {
          const [doc, who] = own ? [a, ann] : [b, bo]
          if (what === 'side') setEventSide(doc, who, { id, side: `s${n}` })
          else if (what === 'crucial') setCrucial(doc, who, { id, crucial: n % 2 === 0 })
          else if (what === 'bin') binRecord(doc, who, { kind: 'events', id })
          else if (what === 'undo') undo.undo()
          else if (what === 'redo') undo.redo()
          else if (own) type(textOf(a, 'events', id, 'title'), 'a', a)
          else textOf(b, 'events', id, 'title')?.insert(0, 'B')
          sync()
        }
        const foreign = acts.filter(({ own, what }) => !own && what === 'title').length
        while (undo.canUndo) undo.undo()
        sync()
        expect(readCase(a, { withBinned: true })).toEqual(readCase(b, { withBinned: true }))
        expect(textOf(a, 'events', id, 'title')?.toJSON()).toBe(`${'B'.repeat(foreign)}x`)
      }),
    )
  })
})
