import type { HistoryEntry, TLRecord, TLStore } from 'tldraw'
import * as Y from 'yjs'
import { isDrawable } from '@/lib/case/drawable'
import { docOf, mergeUnits, unitsOf } from '@/lib/text/flatDoc'
import type { DocNode, Unit } from '@/lib/text/flatDoc'
import { sharedUnits, writeSharedDoc } from '@/lib/text/sharedDoc'
import {
  changedFields,
  createShared,
  flatten,
  isUnfinishedInk,
  readFields,
  sameValue,
  sharedValue,
  unflatten,
  WORDS,
} from './fields'
import type { PlainRecord } from './fields'
import { isProjected } from './pages'

/** Runs `job` soon, at most once per call; returns how to call it off. */
export type Schedule = (job: () => void) => () => void

/** 20 writes a second while somebody drags. */
const WRITE_INTERVAL_MS = 50
const afterInterval: Schedule = (job) => {
  const timer = setTimeout(job, WRITE_INTERVAL_MS)
  return () => clearTimeout(timer)
}

interface Options {
  store: TLStore
  doc: Y.Doc
  /** The map `shapes` of the case document. */
  shapes: Y.Map<unknown>
  /** Origin of our transactions: undo goes by it. */
  origin: () => unknown
  /** While true nothing is written: a gesture is one edit and one step of undo, made when the pointer is lifted. */
  busy?: () => boolean
  /** Told whenever there begins or ceases to be something that is drawn here and not in the document yet. */
  onPending?: (pending: boolean) => void
  /**
   * Others have changed words that somebody is typing in here: puts the new ones where the caret is kept. True when it
   * did; the store then has them too.
   */
  retype?: (id: string, words: DocNode) => boolean
  schedule?: Schedule
}

/** What of a record is changed here and not written yet: all of it, that it is gone, or these fields. */
type Dirty = 'all' | 'gone' | Set<string>

/**
 * Keeps free drawing in a tldraw store and in the shared document equal, both ways.
 *
 * Never throws on what others wrote: a record that does not fit is not shown, and is left as it is (mending
 * is the server's). A shape whose parent, or a binding whose end, is not here waits until it is.
 */
export class DrawingBinding {
  readonly #o: Required<Options>
  readonly #dirty = new Map<string, Dirty>()
  /** Shared records that cannot be shown yet. */
  readonly #waiting = new Set<string>()
  /** Words as the document last had them here: what was typed since is the difference. */
  readonly #words = new Map<string, readonly Unit[]>()
  readonly #stops: (() => void)[] = []
  #cancel: (() => void) | null = null
  #writing = false
  #told = false

  constructor(options: Options) {
    this.#o = {
      busy: () => false,
      onPending: () => {},
      retype: () => false,
      schedule: afterInterval,
      ...options,
    }
    const { store, shapes } = this.#o
    this.#show(shapes.keys())
    const onShared = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      if (!this.#writing) this.#onShared(events)
    }
    shapes.observeDeep(onShared)
    this.#stops.push(
      () => shapes.unobserveDeep(onShared),
      store.listen((entry) => this.#onLocal(entry), { source: 'user', scope: 'document' }),
      // Shapes that are projected after a binding to them arrived, or that went away under it.
      store.listen((entry) => this.#onComputed(entry), { source: 'remote', scope: 'document' }),
    )
  }

  /** Writes what is waiting to be written. Ink that is still being drawn stays. */
  flush(): void {
    this.#cancel?.()
    this.#cancel = null
    const { store, busy } = this.#o
    // A store tells its listeners once a frame; a new listener makes it tell the others at once.
    store.listen(() => {})()
    if (!busy()) {
      this.#writeAll(
        [...this.#dirty.keys()].filter((id) => {
          const record = store.get(id as TLRecord['id']) as PlainRecord | undefined
          return !record || !isUnfinishedInk(record)
        }),
      )
    }
    if (this.#dirty.size) this.#plan()
    this.#tell()
  }

  /** Writes the rest and stops listening. */
  destroy(): void {
    this.flush()
    this.#cancel?.()
    this.#cancel = null
    if (this.#told) this.#o.onPending(false)
    for (const stop of this.#stops.splice(0)) stop()
  }

  #writeAll(ids: readonly string[]): void {
    if (ids.length === 0) return
    this.#writing = true
    try {
      this.#o.doc.transact(() => ids.forEach((id) => this.#write(id)), this.#o.origin())
    } finally {
      this.#writing = false
    }
  }

  #write(id: string): void {
    const { shapes, store } = this.#o
    const dirty = this.#dirty.get(id)
    const record = store.get(id as TLRecord['id']) as PlainRecord | undefined
    this.#dirty.delete(id)
    if (dirty === 'gone' || !record) {
      if (shapes.has(id)) shapes.delete(id)
      if (record) store.mergeRemoteChanges(() => store.remove([id as TLRecord['id']]))
      return
    }
    const shared = shapes.get(id)
    if (!(shared instanceof Y.Map)) {
      // Fields of a record that somebody deleted meanwhile are not written: delete wins over edit.
      if (dirty === 'all') shapes.set(id, createShared(record))
      return this.#remember(id)
    }
    const now = flatten(record)
    const then = readFields(shared) ?? {}
    for (const field of dirty instanceof Set ? dirty : new Set([...Object.keys(now), ...Object.keys(then)])) {
      if (sameValue(now[field], then[field])) continue
      const value: unknown = shared.get(field)
      if (now[field] === undefined) shared.delete(field)
      else if (value instanceof Y.Text) writeSharedDoc(value, now[field] as DocNode)
      else shared.set(field, sharedValue(field, now[field]))
    }
    this.#remember(id)
  }

  #remember(id: string): void {
    const shared = this.#o.shapes.get(id)
    const words: unknown = shared instanceof Y.Map ? shared.get(WORDS) : undefined
    if (words instanceof Y.Text) this.#words.set(id, sharedUnits(words))
    else this.#words.delete(id)
  }

  #plan(): void {
    this.#cancel ??= this.#o.schedule(() => {
      this.#cancel = null
      this.flush()
    })
  }

  #onLocal({ changes }: HistoryEntry<TLRecord>): void {
    for (const record of Object.values(changes.added)) if (isDrawn(record)) this.#dirty.set(record.id, 'all')
    for (const [before, after] of Object.values(changes.updated)) {
      if (!isDrawn(after)) continue
      const known = this.#dirty.get(after.id)
      if (known === 'all') continue
      const fields = known instanceof Set ? known : new Set<string>()
      for (const field of changedFields(before, after)) fields.add(field)
      if (fields.size) this.#dirty.set(after.id, fields)
    }
    for (const record of Object.values(changes.removed)) {
      if (!isDrawn(record)) continue
      // Made and taken away before it was ever written: nobody needs to hear of it.
      if (this.#o.shapes.has(record.id)) this.#dirty.set(record.id, 'gone')
      else this.#dirty.delete(record.id)
    }
    if (Object.values(changes.removed).some(({ typeName }) => typeName === 'shape'))
      this.#show([], null, true)
    if (this.#dirty.size) this.#plan()
    this.#tell()
  }

  #tell(): void {
    const pending = this.#dirty.size > 0
    if (pending === this.#told) return
    this.#told = pending
    this.#o.onPending(pending)
  }

  #onComputed({ changes }: HistoryEntry<TLRecord>): void {
    const removed = Object.values(changes.removed)
    for (const record of removed) {
      if (isDrawn(record) && this.#o.shapes.has(record.id) && !this.#o.store.has(record.id)) {
        this.#waiting.add(record.id)
      }
    }
    const wentShapes = removed.some((record) => record.typeName === 'shape')
    const cameShapes = Object.values(changes.added).some((record) => record.typeName === 'shape')
    if (wentShapes || (cameShapes && this.#waiting.size)) this.#show([], null, wentShapes)
  }

  #onShared(events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
    // What was done here in this frame is known before what others did is laid over it.
    this.#o.store.listen(() => {})()
    const touched = new Map<string, Set<string> | null>()
    for (const event of events) {
      const id = event.path[0]
      if (id === undefined) for (const key of event.keys.keys()) touched.set(key, null)
      else if (typeof id === 'string' && touched.get(id) !== null) {
        const fields = touched.get(id) ?? new Set<string>()
        for (const key of event.keys.keys()) fields.add(key)
        // Of a shared text that lies in it, the field.
        if (typeof event.path[1] === 'string') fields.add(event.path[1])
        touched.set(id, fields)
      }
    }
    this.#show(touched.keys(), touched)
  }

  /**
   * Brings shared records into the store: shapes before bindings, in one go. `fields` says which fields of a
   * record changed (null or absent: all of it). What is changed here and not written yet stays as it is.
   * `lost`: shapes went away, so that others may have lost their hold.
   */
  #show(
    ids: Iterable<string>,
    fields: ReadonlyMap<string, Set<string> | null> | null = null,
    lost = false,
  ): void {
    const { store, shapes } = this.#o
    const gone = new Set<string>()
    const fit = new Map<string, PlainRecord>()
    for (const id of new Set([...ids, ...this.#waiting])) {
      this.#waiting.delete(id)
      if (!shapes.has(id)) {
        gone.add(id)
        this.#dirty.delete(id)
      } else if (this.#dirty.get(id) !== 'gone') {
        const record = this.#merged(id, fields?.get(id) ?? null)
        if (record) fit.set(id, record)
      }
    }
    for (const id of this.#unanchored(fit, gone, lost || gone.size > 0)) {
      fit.delete(id)
      gone.add(id)
      if (this.#dirty.has(id)) this.#writeAll([id])
      if (shapes.has(id)) this.#waiting.add(id)
    }
    this.#tell()
    const put = [...fit.values()].sort((a, b) => rank(a) - rank(b)) as unknown as TLRecord[]
    const remove = [...gone].filter((id) => store.has(id as TLRecord['id'])) as TLRecord['id'][]
    if (put.length === 0 && remove.length === 0) return
    store.mergeRemoteChanges(() => {
      store.put(put)
      store.remove(remove)
    })
  }

  /** The shared record over the local one; null when it does not fit or when nothing differs. */
  #merged(id: string, changed: Set<string> | null): PlainRecord | null {
    const { store, shapes } = this.#o
    const shared = readFields(shapes.get(id))
    if (!shared) return null
    const all = changed === null || changed.has('record')
    const words =
      all || changed.has(WORDS) ? this.#mergedWords(id, shared[WORDS] as DocNode | undefined) : null
    const local = store.get(id as TLRecord['id'])
    const dirty = this.#dirty.get(id)
    const next: Record<string, unknown> = local ? flatten(local) : {}
    for (const field of all ? new Set([...Object.keys(shared), ...Object.keys(next)]) : changed) {
      if (field === WORDS && words) next[field] = words
      else if (local && dirty instanceof Set && dirty.has(field)) continue
      else if (shared[field] === undefined) delete next[field]
      else next[field] = shared[field]
    }
    const record = unflatten(next)
    if (record['id'] !== id || !isDrawn(record as unknown as PlainRecord)) return null
    if (local && changedFields(local, record).length === 0) return null
    try {
      // The same check as on the server; a copy, because the store freezes what it is given.
      const checked = store.schema.validateRecord(
        store,
        structuredClone(record) as unknown as TLRecord,
        'tests',
        null,
      )
      if (!isDrawable(checked as unknown as PlainRecord)) return null
      return withSameWords(checked as unknown as PlainRecord, local as unknown as PlainRecord | undefined)
    } catch {
      return null
    }
  }

  /**
   * The shared words, with what is typed here and not written yet typed into them; null when there are none, or none
   * that could be merged. Where somebody is typing in them they are put under the caret, and are in the store.
   */
  #mergedWords(id: string, theirs: DocNode | undefined): DocNode | null {
    const ours = wordsOf(this.#o.store.get(id as TLRecord['id']))
    const dirty = this.#dirty.get(id)
    const base = this.#words.get(id)
    this.#remember(id)
    if (!theirs || !ours) return null
    const isTyped = dirty instanceof Set && dirty.has(WORDS)
    if (isTyped && !base) return null
    const merged = isTyped && base ? docOf(mergeUnits(base, unitsOf(ours), unitsOf(theirs))) : theirs
    if (sameValue(merged, ours)) return ours
    if (!this.#o.retype(id, merged)) return merged
    return wordsOf(this.#o.store.get(id as TLRecord['id'])) ?? merged
  }

  /** Ids of shapes without their parent and of bindings without an end, and of all that hangs on those. */
  #unanchored(
    fit: ReadonlyMap<string, PlainRecord>,
    gone: ReadonlySet<string>,
    everywhere: boolean,
  ): Set<string> {
    const { store } = this.#o
    const lost = new Set<string>()
    const isHere = (id: string | undefined) =>
      id !== undefined && !lost.has(id) && (fit.has(id) || (!gone.has(id) && store.has(id as TLRecord['id'])))
    const candidates = new Map(fit)
    for (const record of everywhere ? store.allRecords() : []) {
      if (!isDrawn(record) || candidates.has(record.id) || gone.has(record.id)) continue
      candidates.set(record.id, record as unknown as PlainRecord)
    }
    for (let before = -1; before !== lost.size;) {
      before = lost.size
      for (const [id, { typeName, parentId, fromId, toId }] of candidates) {
        const held =
          typeName === 'shape' ? isHere(parentId) : typeName !== 'binding' || (isHere(fromId) && isHere(toId))
        if (!held) lost.add(id)
      }
    }
    return lost
  }
}

function wordsOf(record: object | undefined): DocNode | undefined {
  return (record as PlainRecord | undefined)?.props?.['richText'] as DocNode | undefined
}

/** The same words are the same object: another one would take the caret away from who types in them. */
function withSameWords(record: PlainRecord, local: PlainRecord | undefined): PlainRecord {
  const known = wordsOf(local)
  if (!known || !sameValue(known, wordsOf(record))) return record
  return { ...record, props: { ...record.props, richText: known } }
}

const DRAWN = new Set(['shape', 'binding', 'asset'])

/** Whether a record belongs into the shared document. */
function isDrawn(record: { typeName: string; type?: string; meta?: object }): boolean {
  return DRAWN.has(record.typeName) && !isProjected(record)
}

const rank = ({ typeName }: PlainRecord) => (typeName === 'asset' ? 0 : typeName === 'shape' ? 1 : 2)
