import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { binRecord, restoreRecord } from '@/lib/case/commands/bin'
import { putOnTimeline } from '@/lib/case/commands/facts'
import { setCircleShown } from '@/lib/case/commands/genogramView'
import { addHousehold, setHouseholdMember } from '@/lib/case/commands/households'
import { addChild, addParent, addParents, addPartner, addSibling } from '@/lib/case/commands/kin'
import { answerParallel, addParallel } from '@/lib/case/commands/parallels'
import { addPerson } from '@/lib/case/commands/people'
import { setDeath, setGender, setPlace } from '@/lib/case/commands/person'
import { addPhase, removePhase } from '@/lib/case/commands/phases'
import { pin, unpin, unpinAll } from '@/lib/case/commands/pins'
import { addNetworkMember, addRelation, setRelation, turnRelation } from '@/lib/case/commands/relations'
import { everyRecord } from '@/lib/case/changes'
import { caseMap, readCase } from '@/lib/case/doc'
import { findDamage } from '@/lib/case/integrity'
import { DrawingOrigin, TypingOrigin } from '@/lib/case/origins'
import { newCase } from '@/lib/case/test-kit'
import { SessionUndo } from '@/lib/case/undo'
import { seeded } from '@/tests/support/seeded'
import { danglingIn, pictureOf } from './case-kit'
import { PHASE_TYPES, RELATION_TYPES } from './vocabulary'

const STEPS = 1_000
const NAMES = ['ann', 'bo', 'cem', 'dee']

/** One of four around a case: a document, a history, and what has not reached them yet. */
class Somebody {
  readonly doc = new Y.Doc()
  readonly undo
  readonly arriving: Uint8Array[] = []
  isConnected = true
  #made = 0

  constructor(
    readonly name: string,
    first: Y.Doc,
  ) {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(first), 'remote')
    this.undo = new SessionUndo({ actor: name, typing: new TypingOrigin(), drawing: new DrawingOrigin() })
    this.undo.add(this.doc)
  }

  get actor() {
    return { principal: this.name, now: 1_000, newId: () => `${this.name}-${++this.#made}` }
  }

  letIn(count: number): void {
    for (const update of this.arriving.splice(0, count)) Y.applyUpdate(this.doc, update, 'remote')
  }
}

/** What a step of one person may not take back of another: what they made, and what they wrote in a field. */
function ownedByOthers({ doc, name }: Somebody): unknown {
  const people = caseMap(doc, 'people').toJSON() as Record<string, Record<string, unknown>>
  return Object.entries(people).map(([id, { createdBy, binned, place }]) => [
    id,
    createdBy === name ? '' : (binned ?? null),
    typeof place === 'string' && !place.startsWith(name) ? place : '',
  ])
}

it('[GC40] four who build one family at once for 1,000 random commands see the same, lose nobody, and take back only their own', () => {
  const seed = Number(process.env['CHAOS_SEED'] ?? 20_261_124)
  const random = seeded(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const first = newCase()
  const all = NAMES.map((name) => new Somebody(name, first))
  for (const one of all)
    one.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') for (const other of all) if (other !== one) other.arriving.push(update)
    })
  const done: Record<string, number> = {}
  const made = new Set<string>()

  const anybody = (who: Somebody) => pick(readCase(who.doc).people)?.id ?? 'nobody'
  const idOf = (
    who: Somebody,
    kind: 'partnerships' | 'households' | 'relations' | 'parallels' | 'parentages',
  ) => pick<{ id: string }>(readCase(who.doc)[kind])?.id ?? 'nobody'
  const someone = (who: Somebody, step: number) =>
    random() < 0.4 ? { id: anybody(who) } : { new: { name: `${who.name}${step}` } }
  const KINDS = ['people', 'partnerships', 'parentages', 'relations', 'households'] as const

  const act: Record<string, (who: Somebody, step: number) => unknown> = {
    person: (who, step) => made.add(addPerson(who.doc, who.actor, { name: `P${step}` }) ?? ''),
    partner: (who, step) =>
      addPartner(who.doc, who.actor, {
        of: anybody(who),
        partner: someone(who, step),
        phase: { type: 'marriage' },
      }),
    child: (who, step) =>
      addChild(who.doc, who.actor, {
        of: pick([
          { partnership: idOf(who, 'partnerships') },
          { parent: anybody(who) },
          { couple: [anybody(who), anybody(who)] as const },
        ]),
        child: someone(who, step),
        type: pick(['biological', 'foster', 'adopted']),
      }),
    parents: (who, step) =>
      addParents(who.doc, who.actor, { of: anybody(who), parents: [someone(who, step), someone(who, step)] }),
    parent: (who, step) => addParent(who.doc, who.actor, { of: anybody(who), parent: someone(who, step) }),
    sibling: (who, step) => addSibling(who.doc, who.actor, { of: anybody(who), sibling: someone(who, step) }),
    network: (who, step) =>
      addNetworkMember(who.doc, who.actor, {
        near: anybody(who),
        member: pick([someone(who, step), { newOrganisation: { name: `O${step}` } }]),
      }),
    relate: (who) =>
      addRelation(who.doc, who.actor, { from: anybody(who), to: anybody(who), type: pick(RELATION_TYPES) }),
    change: (who) =>
      setRelation(who.doc, who.actor, { id: idOf(who, 'relations'), type: pick(RELATION_TYPES) }),
    turn: (who) => turnRelation(who.doc, who.actor, idOf(who, 'relations')),
    gender: (who) =>
      setGender(who.doc, who.actor, { id: anybody(who), gender: pick(['male', 'female'] as const) }),
    place: (who, step) => setPlace(who.doc, who.actor, { id: anybody(who), place: `${who.name} ${step}` }),
    death: (who) =>
      setDeath(who.doc, who.actor, {
        id: anybody(who),
        death: pick([null, { date: '2012', originalText: '' }]),
      }),
    phase: (who) =>
      addPhase(who.doc, who.actor, {
        partnership: idOf(who, 'partnerships'),
        phase: { type: pick(PHASE_TYPES), date: pick([null, '1998', '2013~']) },
      }),
    unphase: (who) => {
      const partnership = idOf(who, 'partnerships')
      const phases = readCase(who.doc).partnerships.find(({ id }) => id === partnership)?.phases ?? {}
      removePhase(who.doc, who.actor, { partnership, phase: pick(Object.keys(phases)) ?? '' })
    },
    household: (who) => addHousehold(who.doc, who.actor, { members: [anybody(who), anybody(who)] }),
    member: (who) =>
      setHouseholdMember(who.doc, who.actor, {
        id: idOf(who, 'households'),
        member: anybody(who),
        present: random() < 0.7,
      }),
    parallel: (who) =>
      addParallel(who.doc, who.actor, { left: [idOf(who, 'relations')], right: [idOf(who, 'relations')] }),
    answer: (who) =>
      answerParallel(who.doc, who.actor, {
        id: idOf(who, 'parallels'),
        key: who.name,
        answer: 'yes',
        name: '',
      }),
    pin: (who, step) =>
      pin(who.doc, who.actor, { view: 'genogram', record: anybody(who), x: step, y: -step }),
    unpin: (who) => unpin(who.doc, who.actor, { view: 'genogram', record: anybody(who) }),
    tidy: (who) => random() < 0.2 && unpinAll(who.doc, who.actor, 'genogram'),
    circle: (who) => setCircleShown(who.doc, who.actor, { circle: 'professional', shown: random() < 0.5 }),
    fact: (who) =>
      putOnTimeline(who.doc, who.actor, {
        fact: { kind: 'birth', id: anybody(who), phase: null },
        title: 'Geboorte',
        side: 'family',
      }),
    bin: (who) => {
      const kind = pick(KINDS)
      const own = readCase(who.doc)[kind].filter(({ createdBy }) => createdBy === who.name)
      binRecord(who.doc, who.actor, { kind, id: pick<{ id: string }>(own)?.id ?? 'nobody' })
    },
    restore: (who) => {
      const kind = pick(KINDS)
      const own = readCase(who.doc, { withBinned: true })[kind].filter(
        ({ createdBy, binned }) => createdBy === who.name && binned !== null,
      )
      restoreRecord(who.doc, who.actor, { kind, id: pick<{ id: string }>(own)?.id ?? 'nobody' })
    },
    undo: (who) => {
      const before = ownedByOthers(who)
      who.undo.undo()
      expect(ownedByOthers(who), `undo by ${who.name}, seed ${seed}`).toEqual(before)
    },
    redo: (who) => {
      const before = ownedByOthers(who)
      who.undo.redo()
      expect(ownedByOthers(who), `redo by ${who.name}, seed ${seed}`).toEqual(before)
    },
  }
  const names = [
    ...Object.keys(act),
    'person',
    'child',
    'child',
    'partner',
    'relate',
    'restore',
    'undo',
    'undo',
  ]
  const shown = { circles: new Set(['family', 'network', 'professional', 'unknown'] as const) }

  const meet = (step: number) => {
    for (const one of all) one.letIn(Infinity)
    const pictures = all.map(({ doc }) => pictureOf(readCase(doc)))
    for (const picture of pictures) {
      expect(picture, `pictures at step ${step}, seed ${seed}`).toEqual(pictures[0])
      expect(danglingIn(picture), `lines at step ${step}, seed ${seed}`).toEqual([])
    }
    const { doc } = all[0]!
    const everybody = [...readCase(doc).people, ...readCase(doc).organisations].map(({ id }) => id).sort()
    const drawn = pictureOf(readCase(doc), { show: shown }).input.people.map(({ id }) => id)
    expect(drawn, `everybody at step ${step}, seed ${seed}`).toEqual(everybody)
    // Not one is gone from the document either: all that was ever made is there or in the bin.
    const kept = [...caseMap(doc, 'people').keys()]
    expect(
      [...made].filter((id) => !kept.includes(id)),
      `lost at step ${step}, seed ${seed}`,
    ).toEqual([])
    expect(findDamage(doc, everyRecord(doc))).toEqual([])
  }

  for (let step = 1; step <= STEPS; step++) {
    const who = pick(all)
    const name = pick(names)
    act[name]!(who, step)
    done[name] = (done[name] ?? 0) + 1
    if (random() < 0.05) who.isConnected = !who.isConnected
    for (const one of all) if (one.isConnected && random() < 0.5) one.letIn(1 + Math.floor(random() * 6))
    if (step % 125 === 0) meet(step)
  }
  const end = readCase(all[0]!.doc)
  expect(end.people.length).toBeGreaterThan(40)
  expect(end.parentages.length).toBeGreaterThan(20)
  expect(end.relations.length).toBeGreaterThan(20)
  expect(Math.min(...Object.keys(act).map((name) => done[name] ?? 0))).toBeGreaterThan(10)
  for (const one of all) one.undo.dispose()
}, 120_000)
