import * as Y from 'yjs'
import { withAnchors } from '@/lib/case/anchors'
import { caseMap, readCase, readRecord, RECORD_MAPS } from '@/lib/case/doc'
import type { ReadRecord } from '@/lib/case/doc'
import { NOTHING_RESERVED, partKey, type ReservedParts, withReserved } from '@/lib/case/reserved/withReserved'
import type { Case, RecordMap } from '@/lib/case/schema'
import { nextFrame } from './nextFrame'

/**
 * The case as plain data, with what is reserved laid over it for who is admitted, and with dates that hang on
 * something else as they follow from it now (`withAnchors`). It is read again after changes: at most once per frame,
 * however many edits arrive, and also while the tab is hidden (where no frames come). Of a
 * long case only the records that changed are read anew.
 */
export class CaseFeed {
  #current: Case
  #parts = NOTHING_RESERVED
  #reserved: Y.Doc | null = null
  #stale = false
  readonly #listeners = new Set<() => void>()
  readonly #stops: (() => void)[] = []
  #stopReserved = () => {}
  #cancel: (() => void) | null = null
  /** What was read of each shared record since it last changed. */
  readonly #known = new WeakMap<Y.Map<unknown>, ReturnType<ReadRecord>>()

  /** `openDoc`: what everybody at the table has. */
  constructor(readonly openDoc: Y.Doc) {
    this.#current = this.#read()
    this.#stops.push(this.#watch(openDoc))
  }

  /** The same object until something changes. */
  get = (): Case => this.#current

  /** What of the case is reserved; the same object until something changes. */
  parts = (): ReservedParts => this.#parts

  /** The reserved document while this person is admitted to it, else null. */
  reservedDoc = (): Y.Doc | null => this.#reserved

  /** The document that a record is kept in: what is reserved as a whole is changed there. */
  docOf(kind: RecordMap, id: string): Y.Doc {
    return this.#reserved && this.#parts.records.has(partKey(kind, id)) ? this.#reserved : this.openDoc
  }

  /** Lays the reserved document over the case; null takes it away again. Read at once. */
  layOver(reserved: Y.Doc | null): void {
    this.#stopReserved()
    this.#reserved = reserved
    this.#stopReserved = reserved ? this.#watch(reserved) : () => {}
    this.#stale = true
    this.flush()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Reads at once what is due: after a command of our own the screen must not lag behind the hand. */
  flush(): void {
    this.#cancel?.()
    this.#cancel = null
    if (!this.#stale) return
    this.#stale = false
    this.#current = this.#read()
    for (const listener of this.#listeners) listener()
  }

  destroy(): void {
    this.#cancel?.()
    this.#listeners.clear()
    this.#stopReserved()
    this.#stopReserved = () => {}
    for (const stop of this.#stops.splice(0)) stop()
  }

  #read(): Case {
    const read: ReadRecord = (kind, record) => {
      const known = this.#known.get(record)
      if (known !== undefined) return known
      const plain = readRecord(kind, record)
      this.#known.set(record, plain)
      return plain
    }
    const open = readCase(this.openDoc, { read })
    if (!this.#reserved) {
      this.#parts = NOTHING_RESERVED
      return withAnchors(open)
    }
    const merged = withReserved(open, readCase(this.#reserved, { read }))
    this.#parts = merged.reserved
    return withAnchors(merged.case)
  }

  #watch(doc: Y.Doc): () => void {
    const stops = RECORD_MAPS.map((name) => {
      const map = caseMap(doc, name)
      const onChange = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
        // The first step of the way to a change is the record; what was put there or taken away has no such step.
        for (const { path } of events) {
          const record: unknown = map.get(String(path[0]))
          if (record instanceof Y.Map) this.#known.delete(record)
        }
        this.#changed()
      }
      map.observeDeep(onChange)
      return () => map.unobserveDeep(onChange)
    })
    return () => stops.forEach((stop) => stop())
  }

  #changed(): void {
    this.#stale = true
    this.#cancel ??= nextFrame(() => this.flush())
  }
}
