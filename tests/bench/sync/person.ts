import WebSocket from 'ws'
import * as Y from 'yjs'
import { caseMap, insertRecord } from '@/lib/case/doc'
import { CURSOR_MARK, cursorFrame, EDIT_MARK, editFrame, hello, marksIn } from './wire'
import type { Server } from './servers'

/** When everything that was sent left, and whose it was; the index is its number. */
export interface Ledger {
  edits: { at: number; by: Person }[]
  cursors: { at: number; by: Person }[]
}

/** What the watchers of one run have seen. Milliseconds. */
export interface Seen {
  edits: number[]
  cursors: number[]
  /** From an update to the message that says it is durable; only ours says so. */
  saved: number[]
  /** How many of the marks arrived at each watcher. */
  arrived: number
  frames: number
  bytes: number
}

export const nothingSeen = (): Seen => ({
  edits: [],
  cursors: [],
  saved: [],
  arrived: 0,
  frames: 0,
  bytes: 0,
})

/**
 * One connection: sends real Yjs updates and cursors, and keeps no document of what the others do, so that one process
 * can be two hundred people. Who watches looks for marks in what comes; the others only count it.
 */
export class Person {
  readonly #socket: WebSocket
  readonly #server: Server
  readonly #room: string
  readonly #seen: Seen
  readonly #ledger: Ledger
  readonly #doc = new Y.Doc()
  readonly #record: Y.Map<unknown>
  #outbox: Uint8Array[] = []
  #clock = 0
  #sent: number[] = [0]
  #confirmed = 0
  opened: Promise<void>
  /** Makes each edit longer. */
  padding = ''
  /** The numbers of one's own edits. */
  readonly made: number[] = []
  /** How many edits of others have arrived, of each. */
  readonly #heardOf = new Map<Person, number>()
  measuring = false
  /** Marks sent before this do not count. */
  since = Infinity

  private constructor(
    server: Server,
    room: string,
    headers: Record<string, string>,
    seen: Seen,
    ledger: Ledger,
  ) {
    this.#server = server
    this.#room = room
    this.#seen = seen
    this.#ledger = ledger
    this.#socket = new WebSocket(server.urlOf(room), { headers, perMessageDeflate: false })
    this.#socket.on('error', () => {})
    this.opened = new Promise((resolve, reject) => {
      this.#socket.once('open', resolve)
      this.#socket.once('error', reject)
      this.#socket.once('close', (code) => reject(new Error(`closed with ${code}`)))
    })
    this.#doc.on('update', (update: Uint8Array) => this.#outbox.push(update))
    const id = `n${this.#doc.clientID}`
    this.#doc.transact(() => insertRecord(this.#doc, 'notes', { id, text: '', createdBy: 'ann' }))
    this.#record = caseMap(this.#doc, 'notes').get(id) as Y.Map<unknown>
  }

  static async enter(
    server: Server,
    room: string,
    seen: Seen,
    ledger: Ledger,
    watches: boolean,
  ): Promise<Person> {
    const person = new Person(server, room, await server.headersFor(room), seen, ledger)
    person.#listen(watches)
    await person.opened
    for (const frame of hello(server.dialect, room)) person.#socket.send(frame)
    return person
  }

  /** Two small changes a second, a drag, a letter: one field of a record of their own. */
  edit(): void {
    const number = this.#ledger.edits.push({ at: performance.now(), by: this }) - 1
    this.made.push(number)
    this.#record.set('createdBy', `${EDIT_MARK}${number};${this.padding}`)
    const updates = this.#outbox.splice(0)
    const update = updates.length === 1 ? (updates[0] as Uint8Array) : Y.mergeUpdates(updates)
    this.#sent.push(performance.now())
    this.#socket.send(editFrame(this.#server.dialect, this.#room, update))
  }

  moveCursor(): void {
    const number = this.#ledger.cursors.push({ at: performance.now(), by: this }) - 1
    const state = JSON.stringify({
      cursor: { x: number % 999, y: 420.5, view: 'timeline' },
      m: `${CURSOR_MARK}${number};`,
    })
    this.#socket.send(cursorFrame(this.#server.dialect, this.#room, this.#doc.clientID, ++this.#clock, state))
  }

  /** The line stays open, and nothing is taken from it any more. */
  stopReading(): void {
    this.#socket.pause()
  }

  leave(): void {
    this.#socket.terminate()
    this.#doc.destroy()
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN
  }

  #listen(watches: boolean): void {
    this.#socket.on('message', (bytes: Buffer) => {
      const seen = this.#seen
      if (bytes[0] === 100) return this.#saved(bytes)
      if (!this.measuring) return
      seen.frames++
      seen.bytes += bytes.length
      if (!watches) return
      const now = performance.now()
      for (const number of marksIn(bytes, EDIT_MARK)) this.#sees(number, now)
      for (const number of marksIn(bytes, CURSOR_MARK)) {
        const cursor = this.#ledger.cursors[number]
        // Some servers send their own back: that is counted above, and is no news.
        if (cursor && cursor.by !== this && cursor.at >= this.since) seen.cursors.push(now - cursor.at)
      }
    })
  }

  /**
   * An edit arrives with its mark, or with that of a later one of the same author: each takes the place of the one
   * before, and who is told of both at once needs the last alone.
   */
  #sees(number: number, now: number): void {
    const by = this.#ledger.edits[number]?.by
    if (!by || by === this) return
    let next = this.#heardOf.get(by) ?? 0
    for (let made = by.made[next]; made !== undefined && made <= number; made = by.made[++next]) {
      const at = this.#ledger.edits[made]?.at ?? 0
      if (at < this.since) continue
      this.#seen.arrived++
      this.#seen.edits.push(now - at)
    }
    this.#heardOf.set(by, next)
  }

  /** Message 100 with a varint: how many of our own updates are durable. */
  #saved(bytes: Buffer): void {
    let count = 0
    for (let i = 1, shift = 0; i < bytes.length; i++, shift += 7)
      count += ((bytes[i] as number) & 127) * 2 ** shift
    const now = performance.now()
    while (this.#confirmed < count) {
      const at = this.#sent[++this.#confirmed]
      if (at !== undefined && this.measuring) this.#seen.saved.push(now - at)
    }
  }
}
