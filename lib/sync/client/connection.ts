import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Clock, Stop } from '@/lib/clock'
import * as wire from '../protocol'
import { lostText } from './lostText'
import { Outgoing } from './outgoing'
import type { Socket } from './socket'
import { saveState, type ConnectionStatus } from './status'

/** At most 20 frames a second of edits and of presence. Milliseconds. */
const FRAME_MS = 50
/** The server takes 256 KB a frame; what is longer goes in pieces, as it was made. Bytes. */
const FRAME_BYTES = 128 * 1024
/** After this long without a frame from the server we ask for one. Milliseconds. */
const ASK_AFTER_MS = 5_000
/** After this long without any frame the line is dead, whatever the browser thinks. Milliseconds. */
const DEAD_AFTER_MS = 12_000
const FIRST_RETRY_MS = 300
const LAST_RETRY_MS = 5_000

export interface ConnectionOptions {
  /** `wss://host/sync/<board>?ack=1&schema=N`. */
  url: string
  open(url: string): Socket
  clock: Clock
  /** 0 ≤ x < 1, for the jitter of retries. */
  random(): number
}

/**
 * One board document over one socket that is opened again whenever it is lost. `doc` and `awareness` are
 * replaced, and `generation` raised, when the server refuses an update: after a refusal everything later of
 * that client id would stay pending, so we start afresh under a new id and offer the words to copy (`lost`).
 */
export class BoardConnection {
  doc = new Y.Doc()
  awareness = new Awareness(this.doc)
  generation = 0
  /** Words of refused changes, to copy; null when nothing was refused. */
  lost: string | null = null

  readonly #options: ConnectionOptions
  readonly #listeners = new Set<() => void>()
  #outgoing = new Outgoing()
  #socket: Socket | null = null
  #open = false
  #synced = false
  #answered = false
  #ended: ConnectionStatus['ended'] = null
  #retries = 0
  #lastHeard = 0
  #lastFlush = 0
  #presenceDue = false
  #stopFlush: Stop | null = null
  #stopRetry: Stop | null = null
  #stopWatch: Stop | null = null
  #status: ConnectionStatus

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#status = this.#readStatus()
    this.#listen()
    this.#connect()
    this.#watch()
  }

  /** The same object until something changes, as React's `useSyncExternalStore` wants it. */
  get status(): ConnectionStatus {
    return this.#status
  }

  subscribe = (listener: () => void): Stop => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** The words were copied or are not wanted. */
  forgetLost(): void {
    this.lost = null
    this.#changed(true)
  }

  /** The device woke up or came online: do not wait for the next retry. */
  nudge(): void {
    if (this.#open || this.#ended) return
    this.#retries = 0
    this.#connect()
  }

  destroy(): void {
    this.#ended ??= 'gone'
    for (const stop of [this.#stopFlush, this.#stopRetry, this.#stopWatch]) stop?.()
    removeAwarenessStates(this.awareness, [this.doc.clientID], 'leaving')
    // With what was typed in the last 50 ms.
    this.#flush()
    this.#drop()
    this.awareness.destroy()
    this.doc.destroy()
    this.#listeners.clear()
  }

  #listen(): void {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.#outgoing.add(update, this.#options.clock.now())
      this.#flushSoon()
      this.#changed()
    })
    // Only our own state goes out: sending received presence back multiplies the traffic of a full room.
    this.awareness.on('update', ({ added, updated, removed }: Record<string, number[]>) => {
      if (![added, updated, removed].some((ids) => ids?.includes(this.doc.clientID))) return
      this.#presenceDue = true
      this.#flushSoon()
    })
  }

  #connect(): void {
    this.#stopRetry?.()
    this.#drop()
    const socket = this.#options.open(this.#options.url)
    this.#socket = socket
    this.#lastHeard = this.#options.clock.now()
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => {
      if (this.#socket === socket) this.#opened()
    }
    socket.onmessage = (event: { data: ArrayBuffer }) => {
      if (this.#socket === socket) this.#receive(new Uint8Array(event.data))
    }
    socket.onclose = (event: { code: number }) => {
      if (this.#socket === socket) this.#closed(event.code)
    }
    socket.onerror = () => {}
  }

  #opened(): void {
    this.#open = true
    this.#answered = false
    const step1 = encoding.createEncoder()
    encoding.writeVarUint(step1, wire.MESSAGE_SYNC)
    encoding.writeVarUint(step1, wire.SYNC_STEP_1)
    encoding.writeVarUint8Array(step1, Y.encodeStateVector(this.doc))
    this.#send(step1)
    // Under a new clock: those who heard that we were gone take no older one.
    this.awareness.setLocalState(this.awareness.getLocalState())
    this.#flushSoon()
    this.#changed()
  }

  #closed(code: number): void {
    // One change that no frame can hold would be sent, and the line be closed, for ever.
    if (code === wire.CLOSE.tooLarge && this.#outgoing.pending > 0) return this.#refused()
    this.#drop()
    if (code === wire.CLOSE.revoked) this.#ended = 'revoked'
    if (code === wire.CLOSE.gone) this.#ended = 'gone'
    if (!this.#ended) this.#retryLater()
    this.#changed()
  }

  /** Forgets the socket; a late event of it is ignored because it is no longer ours. */
  #drop(): void {
    const socket = this.#socket
    this.#socket = null
    this.#open = false
    this.#outgoing.disconnected()
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID)
    removeAwarenessStates(this.awareness, others, this)
    // Their clocks too, or who has not moved since stays unseen when we are back.
    for (const id of others) this.awareness.meta.delete(id)
    socket?.close()
  }

  #retryLater(): void {
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#retries++)
    this.#stopRetry = this.#options.clock.after(wait * (0.5 + this.#options.random() / 2), () =>
      this.#connect(),
    )
  }

  /** Once a second: is the line dead, does the status element tell the truth? */
  #watch(): void {
    this.#stopWatch = this.#options.clock.after(1_000, () => {
      const silent = this.#options.clock.now() - this.#lastHeard
      if (this.#socket && silent > DEAD_AFTER_MS) this.#closed(1006)
      else if (this.#open && silent > ASK_AFTER_MS) {
        const query = encoding.createEncoder()
        encoding.writeVarUint(query, wire.MESSAGE_QUERY_AWARENESS)
        this.#send(query)
      }
      this.#changed()
      this.#watch()
    })
  }

  #receive(frame: Uint8Array): void {
    this.#lastHeard = this.#options.clock.now()
    const input = decoding.createDecoder(frame)
    switch (decoding.readVarUint(input)) {
      case wire.MESSAGE_SYNC:
        return this.#receiveSync(input)
      case wire.MESSAGE_AWARENESS:
        return applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(input), this)
      case wire.MESSAGE_SAVED:
        this.#outgoing.saved(decoding.readVarUint(input), this.#options.clock.now())
        return this.#changed()
      case wire.MESSAGE_REFUSED:
        return this.#refused()
      default:
        // A newer server may say more than we know.
        return
    }
  }

  #receiveSync(input: decoding.Decoder): void {
    const step = decoding.readVarUint(input)
    const body = decoding.readVarUint8Array(input)
    if (step === wire.SYNC_STEP_1) return this.#answer(body)
    Y.applyUpdate(this.doc, body, this)
    if (step === wire.SYNC_STEP_2) {
      this.#synced = true
      this.#retries = 0
      this.#changed()
    }
  }

  /** The server says what it has: it gets the rest. */
  #answer(stateVector: Uint8Array): void {
    this.#answered = true
    const rest = Y.encodeStateAsUpdate(this.doc, stateVector)
    if (rest.length > FRAME_BYTES && this.#outgoing.pending > 1) {
      this.#outgoing.sendAgain()
      return this.#flushSoon()
    }
    this.#outgoing.sendingAll()
    this.#sendUpdate(wire.SYNC_STEP_2, rest)
  }

  #refused(): void {
    const words = lostText(this.#outgoing.all())
    this.lost = [this.lost, words].filter(Boolean).join('\n') || null
    this.awareness.destroy()
    this.doc.destroy()
    this.doc = new Y.Doc()
    this.awareness = new Awareness(this.doc)
    this.generation += 1
    this.#outgoing = new Outgoing()
    this.#synced = false
    this.#listen()
    this.#connect()
    this.#changed(true)
  }

  #flushSoon(): void {
    if (this.#stopFlush || !this.#open) return
    const wait = Math.max(0, this.#lastFlush + FRAME_MS - this.#options.clock.now())
    this.#stopFlush = this.#options.clock.after(wait, () => {
      this.#stopFlush = null
      this.#flush()
    })
  }

  #flush(): void {
    if (!this.#open) return
    this.#lastFlush = this.#options.clock.now()
    // Before the answer to the server's SyncStep1 the server may lack what these updates build on.
    if (this.#answered && this.#outgoing.hasQueued) {
      this.#sendUpdate(wire.SYNC_UPDATE, this.#outgoing.takeQueued(FRAME_BYTES))
      if (this.#outgoing.hasQueued) this.#flushSoon()
    }
    this.#flushPresence()
  }

  #flushPresence(): void {
    if (!this.#presenceDue || !this.#open) return
    this.#presenceDue = false
    const presence = encoding.createEncoder()
    encoding.writeVarUint(presence, wire.MESSAGE_AWARENESS)
    encoding.writeVarUint8Array(presence, encodeAwarenessUpdate(this.awareness, [this.doc.clientID]))
    this.#send(presence)
  }

  #sendUpdate(step: number, update: Uint8Array): void {
    const frame = encoding.createEncoder()
    encoding.writeVarUint(frame, wire.MESSAGE_SYNC)
    encoding.writeVarUint(frame, step)
    encoding.writeVarUint8Array(frame, update)
    this.#send(frame)
  }

  #send(frame: encoding.Encoder): void {
    this.#socket?.send(encoding.toUint8Array(frame))
  }

  #readStatus(): ConnectionStatus {
    const { pending, waitingSince } = this.#outgoing
    return {
      state: saveState(pending, this.#open, waitingSince, this.#options.clock.now()),
      pending,
      connected: this.#open,
      synced: this.#synced,
      ended: this.#ended,
    }
  }

  #changed(force = false): void {
    const next = this.#readStatus()
    const now = this.#status
    const same = (Object.keys(next) as (keyof ConnectionStatus)[]).every((key) => next[key] === now[key])
    if (same && !force) return
    this.#status = next
    for (const listener of this.#listeners) listener()
  }
}
