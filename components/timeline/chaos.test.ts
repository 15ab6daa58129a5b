// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createBoardSession } from '@/components/board/session'
import { createBoardStore } from '@/components/canvas/schema'
import { addEvent, setEventKind } from '@/lib/case/commands/events'
import { caseMap, readCase } from '@/lib/case/doc'
import { EventKind } from '@/lib/case/schema'
import { newCase } from '@/lib/case/test-kit'
import { dayOf } from '@/lib/dates/bounds'
import { clusterTimeline } from '@/lib/timeline/cluster'
import { timelineContent, timelineOf } from '@/lib/timeline/fromCase'
import { layoutTimeline } from '@/lib/timeline/layout'
import { seeded } from '@/tests/support/seeded'
import { binMoments, dropCards, restoreMoment, stepSide } from './moments'
import { TIMELINE_PAGE } from '@/components/canvas/binding/pages'
import { showProjection } from '@/components/canvas/projection'
import { projectTimeline } from './project'
import type { EventCardShape } from './shapes'
import type { Timeline } from './useTimeline'

/** Our own types are none that the canvas library knows of. */
const CARD: string = 'rotonde-event'
const STEPS = 2_000
const EVENTS = 12
const WORDS = { now: '', dock: '', proposal: '', nothing: () => '', cluster: () => '' }
const KINDS = Object.fromEntries(EventKind.options.map((kind) => [kind, kind])) as never

/** One person with a document, a canvas and a history of their own; what others did arrives when it is let in. */
class Somebody {
  readonly session
  readonly store = createBoardStore()
  readonly arriving: Uint8Array[] = []
  /** What they typed and did not take back. */
  readonly typed = new Set<string>()
  readonly takenBack = new Set<string>()

  constructor(
    readonly name: string,
    readonly doc: Y.Doc,
  ) {
    const me = { id: name, name }
    this.session = createBoardSession({
      doc,
      awareness: new Awareness(doc),
      me,
      locale: 'nl',
      canWrite: true,
    })
  }

  get timeline(): Timeline {
    const caseData = readCase(this.doc)
    const { events, lanes, settings, loops } = timelineOf(caseData, {
      today: dayOf(2020, 1, 1),
      locale: 'nl',
    })
    const content = timelineContent(caseData, 'nl', { kinds: KINDS, undated: '' })
    const named = lanes.map((lane) => ({ ...lane, name: '' }))
    return {
      caseData,
      lanes: named,
      settings,
      content,
      layout: layoutTimeline(events, lanes, settings, loops),
    }
  }

  project(zoom: number): void {
    const { layout, content } = this.timeline
    const { clusters } = clusterTimeline(layout, zoom)
    showProjection(
      this.store,
      TIMELINE_PAGE,
      projectTimeline({ layout, content, clusters, words: WORDS }),
      new Set(),
    )
  }

  letIn(count: number): void {
    for (const update of this.arriving.splice(0, count)) Y.applyUpdate(this.doc, update, 'remote')
  }
}

/** Everything that a record of the case says, the bin included. */
const whole = (doc: Y.Doc) => caseMap(doc, 'events').toJSON() as Record<string, Record<string, unknown>>
const titlesOf = (doc: Y.Doc) =>
  Object.values(whole(doc))
    .map(({ title }) => String(title))
    .join('\n')
const drawn = ({ store }: Somebody) =>
  store
    .allRecords()
    .filter((record) => record.typeName === 'shape' && record.type === CARD)
    .map((shape) => {
      const { x, y, props } = shape as unknown as EventCardShape
      return { x, y, ...props }
    })
    .sort((a, b) => (a.eventId < b.eventId ? -1 : 1))

it('[PJ11] two who drag, type, delete and undo at random for 2,000 steps see the same, lose no words, and undo only their own', () => {
  const seed = Number(process.env['CHAOS_SEED'] ?? 20_261_124)
  const random = seeded(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const first = newCase()
  const maker = {
    principal: 'server',
    now: 1,
    newId: (() => {
      let n = 0
      return () => `e${++n}`
    })(),
  }
  for (let i = 0; i < EVENTS; i++) {
    const date = String(2_000 + i)
    addEvent(first, maker, { kind: 'family', side: 'family', date, originalText: date, title: `Begin ${i}.` })
  }
  const people = ['ann', 'bo'].map((name) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first), 'remote')
    return new Somebody(name, doc)
  })
  for (const one of people) {
    one.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') for (const other of people) if (other !== one) other.arriving.push(update)
    })
  }
  const done: Record<string, number> = {}

  const takeBack = (who: Somebody, how: 'undo' | 'redo') => {
    const others = people.filter((one) => one !== who).flatMap((one) => [...one.typed])
    const before = titlesOf(who.doc)
    who.session.undo[how]()
    const after = titlesOf(who.doc)
    for (const word of others) {
      expect(after.includes(word), `${how} by ${who.name} kept ${word} (seed ${seed})`).toBe(
        before.includes(word),
      )
    }
    for (const word of [...who.typed, ...who.takenBack]) {
      const there = after.includes(word)
      ;(there ? who.typed : who.takenBack).add(word)
      ;(there ? who.takenBack : who.typed).delete(word)
    }
  }
  const act: Record<string, (who: Somebody, step: number) => void> = {
    drag: (who) => {
      const cards = who.timeline.layout.cards
      if (cards.length === 0) return
      const { id, x, y } = pick(cards)
      const dx = Math.round((random() - 0.5) * 400)
      const drop = { eventId: id, dx, x: x + dx, y: random() < 0.2 ? -y : y }
      dropCards(who.session, [drop], who.timeline, 1)
    },
    type: (who, step) => {
      const ids = readCase(who.doc).events.map(({ id }) => id)
      if (ids.length === 0) return
      const title = caseMap(who.doc, 'events').get(pick(ids))?.get('title')
      if (!(title instanceof Y.Text) || title.length > 250) return
      // Between the words of others, not within them.
      const at = pick([0, ...[...title.toJSON().matchAll(/\./g)].map(({ index }) => index + 1)])
      const word = `${who.name}${step}.`
      who.doc.transact(() => title.insert(at, word), who.session.typing)
      who.typed.add(word)
    },
    bin: (who) => {
      const events = readCase(who.doc).events
      if (events.length > 3) binMoments(who.session, [pick(events).id])
    },
    restore: (who) => {
      const away = Object.entries(whole(who.doc)).filter(([, { binned }]) => binned !== null)
      if (away.length > 0) restoreMoment(who.session, pick(away)[0])
    },
    side: (who) => {
      const events = readCase(who.doc).events
      if (events.length > 0)
        stepSide(who.session, pick(events).id, pick(['up', 'down'] as const), who.timeline)
    },
    kind: (who) => {
      const events = readCase(who.doc).events
      if (events.length === 0) return
      const kind = pick(EventKind.options)
      setEventKind(who.doc, who.session.actor(), { id: pick(events).id, kind })
    },
    undo: (who) => takeBack(who, 'undo'),
    redo: (who) => takeBack(who, 'redo'),
  }
  const weighted = [
    'drag',
    'drag',
    'drag',
    'type',
    'type',
    'type',
    'bin',
    'restore',
    'restore',
    'side',
    'kind',
  ]
  const names = [...weighted, 'undo', 'undo', 'redo']

  const equal = (step: number) => {
    for (const one of people) one.letIn(Infinity)
    const [ann, bo] = people as [Somebody, Somebody]
    for (const one of people) one.project(1)
    expect(whole(ann.doc), `documents at step ${step}, seed ${seed}`).toEqual(whole(bo.doc))
    expect(drawn(ann), `canvases at step ${step}, seed ${seed}`).toEqual(drawn(bo))
    expect(drawn(ann).map(({ eventId }) => eventId)).toEqual(
      ann.timeline.layout.cards.map(({ id }) => id).sort(),
    )
    const titles = titlesOf(ann.doc)
    for (const who of people)
      for (const word of who.typed) expect(titles, `${word} at step ${step}, seed ${seed}`).toContain(word)
  }

  for (let step = 1; step <= STEPS; step++) {
    const who = pick(people)
    const name = pick(names)
    act[name]!(who, step)
    done[name] = (done[name] ?? 0) + 1
    if (random() < 0.3) pick(people).letIn(1 + Math.floor(random() * 4))
    // Also far out, where cards are counted.
    if (step % 20 === 0) who.project(pick([1, 0.3, 0.1]))
    if (step % 250 === 0) equal(step)
  }
  // It was chaos: everything was done often, and words were both kept and taken back.
  for (const name of names) expect(done[name]).toBeGreaterThan(50)
  for (const { typed, takenBack } of people) {
    expect(typed.size).toBeGreaterThan(20)
    expect(takenBack.size).toBeGreaterThan(5)
  }
  for (const one of people) one.session.dispose()
}, 120_000)
