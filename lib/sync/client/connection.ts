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
import { editsOf, type Edit } from '../epoch/edits'
import * as wire from '../protocol'
import { lostText } from './lostText'
import { Outbox } from './outbox'
import type { LeftBehind, OutboxStore } from './outboxStore'
import { Outgoing } from './outgoing'
import { placeChange, placeEdits } from './place'
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
/** Who has just come back to the page wants to know sooner. Milliseconds. */
const DEAD_ON_WAKING_MS = 3_000
/** A line that opened before opens again within this, or within three times what it took then. Milliseconds. */
const OPENS_WITHIN_MS = 4_000
const FIRST_RETRY_MS = 300
const LAST_RETRY_MS = 4_000

export interface ConnectionOptions {
  /** `wss://host/sync/<board>?ack=1&schema=N`. */
  url: string
  open(url: string): Socket
  clock: Clock
  /** 0 ≤ x < 1, for the jitter of retries. */
  random(): number
  /** Where unsaved changes outlive the tab; without it they are in memory only. */
  outbox?: OutboxStore | null
}

/**
 * One board document over one socket that is opened again whenever it is lost. `doc` and `awareness` are
 * replaced, and `generation` raised, when the server refuses an update: after a refusal everything later of
 * that client id would stay pending, so we start afresh under a new id and offer the words to copy (`lost`). They are
 * replaced too when the document was rewritten on the server (another epoch): what was unsaved is then done again in
 * the new one.
 */
export class BoardConnection {
  doc = new Y.Doc()
  awareness = new Awareness(this.doc)
  generation = 0
  /** Words of refused changes, to copy; null when nothing was refused. */
  lost: string | null = null
  /** How often the server has said that what we may open on this board has changed. */
  rights = 0

  readonly #options: ConnectionOptions
  readonly #listeners = new Set<() => void>()
  readonly #outbox: Outbox
  #outgoing = new Outgoing()
  /** Of the document that we have; null until the server says it. */
  #epoch: number | null = null
  /** What was unsaved when the document was rewritten, to be done again in the new one. */
  #again: { edits: readonly Edit[]; changes: readonly Uint8Array[] }[] = []
  #socket: Socket | null = null
  #open = false
  #synced = false
  #answered = false
  #ended: ConnectionStatus['ended'] = null
  #retries = 0
  #lastHeard = 0
  /** When the line is given up unless something is heard. */
  #deadAt = Infinity
  #triedAt = 0
  /** How long the line took to open when it last did. */
  #openTook: number | null = null
  /** Questions for the server's state on this line that were not answered yet. */
  #questions = 0
  #lastFlush = 0
  #presenceDue = false
  #stopFlush: Stop | null = null
  #stopRetry: Stop | null = null
  #stopWatch: Stop | null = null
  #status: ConnectionStatus

  constructor(options: ConnectionOptions) {
    this.#options = options
    const about = (changes: readonly Uint8Array[]) => ({
      epoch: this.#epoch ?? 0,
      edits: editsOf(this.doc, changes),
    })
    this.#outbox = new Outbox(options.outbox ?? null, options.clock, about, () => this.#changed())
    this.#status = this.#readStatus()
    this.#listen()
    this.#connect()
    this.#watch()
    this.#outbox.look(() => {
      // It may build on what reached the server just before that tab was gone: placed once we have that too.
      if (this.#open) this.#askState()
      this.#changed()
    })
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

  /** The device woke up, came online or shows the page again: do not wait to find out how the line is. */
  nudge(): void {
    if (this.#ended) return
    if (this.#open) return this.#askAlive(DEAD_ON_WAKING_MS)
    this.#retries = 0
    this.#connect()
  }

  /** The page may be gone in a moment. */
  keepNow(): void {
    void this.#outbox.keepNow()
  }

  destroy(): void {
    this.#ended ??= 'gone'
    for (const stop of [this.#stopFlush, this.#stopRetry, this.#stopWatch]) stop?.()
    removeAwarenessStates(this.awareness, [this.doc.clientID], 'leaving')
    // With what was typed in the last 50 ms.
    this.#flush()
    this.#drop()
    this.#outbox.close()
    this.awareness.destroy()
    this.doc.destroy()
    this.#listeners.clear()
  }

  #listen(): void {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.#outgoing.add(update, this.#options.clock.now())
      this.#outbox.add(update)
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
    const socket = this.#options.open(this.#address())
    this.#socket = socket
    this.#lastHeard = this.#triedAt = this.#options.clock.now()
    const took = this.#openTook
    this.#deadAt =
      this.#triedAt +
      (took === null ? DEAD_AFTER_MS : Math.max(OPENS_WITHIN_MS, Math.min(3 * took, DEAD_AFTER_MS)))
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

  #address(): string {
    const { url } = this.#options
    return this.#epoch === null ? url : `${url}${url.includes('?') ? '&' : '?'}epoch=${this.#epoch}`
  }

  #opened(): void {
    this.#open = true
    this.#answered = false
    this.#openTook = this.#options.clock.now() - this.#triedAt
    this.#lastHeard = this.#options.clock.now()
    this.#deadAt = Infinity
    this.#questions = 0
    this.#askState()
    // Under a new clock: those who heard that we were gone take no older one.
    this.awareness.setLocalState(this.awareness.getLocalState())
    this.#flushSoon()
    this.#changed()
  }

  #askState(): void {
    this.#questions += 1
    const step1 = encoding.createEncoder()
    encoding.writeVarUint(step1, wire.MESSAGE_SYNC)
    encoding.writeVarUint(step1, wire.SYNC_STEP_1)
    encoding.writeVarUint8Array(step1, Y.encodeStateVector(this.doc))
    this.#send(step1)
  }

  #closed(code: number): void {
    // One change that no frame can hold would be sent, and the line be closed, for ever.
    if (code === wire.CLOSE.tooLarge && this.#outgoing.pending > 0) return this.#refused()
    // A line that did not open has been waited for already.
    const waited = this.#open ? 0 : this.#options.clock.now() - this.#triedAt
    this.#drop()
    if (code === wire.CLOSE.revoked) this.#ended = 'revoked'
    if (code === wire.CLOSE.gone) this.#goneForGood()
    if (!this.#ended) this.#retryLater(waited)
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

  /** Nobody will ever take what waits for a board that was removed: it does not stay on this device. */
  #goneForGood(): void {
    this.#ended = 'gone'
    this.#outbox.settled([...this.#outgoing.all(), ...this.#again.flatMap(({ changes }) => changes)])
    this.#again = []
    this.#outbox.takeLeft(() => [])
  }

  #retryLater(waited: number): void {
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#retries++)
    const rest = wait * (0.5 + this.#options.random() / 2) - waited
    this.#stopRetry = this.#options.clock.after(Math.max(0, rest), () => this.#connect())
  }

  /**
   * Once a second: is the line dead, does the status element tell the truth? Only an unanswered question is a sign of
   * death: in a page that was asleep this may run for the first time in an hour.
   */
  #watch(): void {
    this.#stopWatch = this.#options.clock.after(1_000, () => {
      const now = this.#options.clock.now()
      if (this.#socket && now >= this.#deadAt) this.#closed(1006)
      else if (now - this.#lastHeard > ASK_AFTER_MS) this.#askAlive(DEAD_AFTER_MS - ASK_AFTER_MS)
      this.#changed()
      this.#watch()
    })
  }

  #askAlive(patienceMs: number): void {
    if (!this.#open) return
    this.#deadAt = Math.min(this.#deadAt, this.#options.clock.now() + patienceMs)
    const query = encoding.createEncoder()
    encoding.writeVarUint(query, wire.MESSAGE_QUERY_AWARENESS)
    this.#send(query)
  }

  #receive(frame: Uint8Array): void {
    this.#lastHeard = this.#options.clock.now()
    this.#deadAt = Infinity
    const input = decoding.createDecoder(frame)
    switch (decoding.readVarUint(input)) {
      case wire.MESSAGE_SYNC:
        return this.#receiveSync(input)
      case wire.MESSAGE_AWARENESS:
        return applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(input), this)
      case wire.MESSAGE_SAVED:
        this.#outbox.settled(this.#outgoing.saved(decoding.readVarUint(input), this.#options.clock.now()))
        return this.#changed()
      case wire.MESSAGE_REFUSED:
        return this.#refused()
      case wire.MESSAGE_EPOCH:
        return this.#isOfEpoch(decoding.readVarUint(input))
      case wire.MESSAGE_RIGHTS:
        this.rights += 1
        return this.#changed(true)
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
      this.#questions -= 1
      this.#placeLeft()
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

  /**
   * Takes up what closed tabs have left, as changes of our own that wait: the client ids in them are this person's
   * already. Not what the server would refuse for ever; its words are given back.
   */
  #placeLeft(): void {
    if (this.#questions > 0) return
    this.#doAgain()
    const lost: Uint8Array[] = []
    this.#outbox.takeLeft((left) => {
      const { changes, edits } = left
      // Who may write was asked for their state before they got ours.
      if (!left.fitsBoard || !this.#answered || (this.#isOld(left) && edits.length === 0)) {
        lost.push(...changes)
        return []
      }
      if (this.#isOld(left)) return this.#edit(edits)
      return changes.filter((change) => {
        const outcome = placeChange(this.doc, change, this)
        if (outcome === 'refused') lost.push(change)
        if (outcome === 'placed') this.#outgoing.add(change, this.#options.clock.now())
        return outcome === 'placed'
      })
    })
    this.#lose(lost)
    this.#flushSoon()
  }

  #isOld(left: LeftBehind): boolean {
    return left.epoch !== (this.#epoch ?? 0)
  }

  /** Does edits of a former epoch, as changes of our own that wait; returns those. */
  #edit(edits: readonly Edit[]): Uint8Array[] {
    const { made, words } = placeEdits(this.doc, edits, this)
    this.#loseWords(words)
    for (const update of made) this.#outgoing.add(update, this.#options.clock.now())
    return made
  }

  /** What waited when the document was rewritten. The device lets go of it when it has what came of it. */
  #doAgain(): void {
    for (const { edits, changes } of this.#again.splice(0)) {
      if (this.#answered) for (const update of this.#edit(edits)) this.#outbox.add(update)
      else this.#lose(changes)
      void this.#outbox.keepNow().then(() => this.#outbox.settled(changes))
    }
  }

  /** The server says of which epoch its document is; of another, ours leads nowhere. */
  #isOfEpoch(epoch: number): void {
    const before = this.#epoch
    if (before === null || before === epoch) {
      this.#epoch = epoch
      return
    }
    const changes = this.#outgoing.all()
    // Before the document goes: the device gets what it has not, with what was done.
    void this.#outbox.keepNow()
    if (changes.length > 0) this.#again.push({ edits: editsOf(this.doc, changes), changes })
    this.#epoch = epoch
    this.#startAnew()
  }

  #lose(changes: readonly Uint8Array[]): void {
    this.#loseWords([lostText(changes)])
  }

  #loseWords(words: readonly string[]): void {
    this.lost = [this.lost, ...words].filter(Boolean).join('\n') || null
  }

  #refused(): void {
    const refused = this.#outgoing.all()
    this.#lose(refused)
    this.#outbox.settled(refused)
    this.#startAnew()
  }

  /** A new document, under another client id; whoever watches builds everything anew on it. */
  #startAnew(): void {
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
    const { waitingSince } = this.#outgoing
    const again = this.#again.reduce((sum, { changes }) => sum + changes.length, 0)
    const pending = this.#outgoing.pending + this.#outbox.leftCount + again
    const state = saveState(pending, this.#open, waitingSince, this.#options.clock.now())
    return {
      state: state === 'saved' && this.#outbox.isLooking ? 'saving' : state,
      pending,
      onDevice: this.#outbox.onDevice,
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
