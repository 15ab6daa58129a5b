import type { Clock, Stop } from '@/lib/clock'
import type { Cipher } from '../../store/cipher'
import type { DocumentId, Stored } from '../../store/journal'
import type { OtherNodes } from '../otherNodes'
import type { Room } from '../room'
import type { Bus } from './bus'
import { Elsewhere, updateOfFrame } from './elsewhere'
import { openRoomMessage, seal, type RoomMessage } from './messages'

/** Larger than this, the others are told the number and read the rows themselves. Bytes. */
const MAX_SENT_BYTES = 64 * 1024

interface LinkParts {
  node: string
  channel: string
  cipher: Cipher
  bus: Bus
  clock: Clock
  stopped: () => void
}

/** One room and the same room on other nodes. */
export class RoomLink implements OtherNodes {
  readonly id: DocumentId
  readonly #parts: LinkParts
  readonly #elsewhere = new Elsewhere()
  #room: Room | null = null
  #unsubscribe: Stop = () => {}

  constructor(id: DocumentId, parts: LinkParts) {
    this.id = id
    this.#parts = parts
  }

  get room(): Room | null {
    return this.#room
  }

  /** From now on the room hears of the others; what they wrote while it was loaded is read at the next look. */
  attach(room: Room): void {
    this.#room = room
    const { bus, channel } = this.#parts
    this.#unsubscribe = bus.subscribe(channel, (bytes) => this.#hear(bytes))
    this.greet()
  }

  /** Asks who is there, says who is here, and reads what may have been missed. */
  greet(): void {
    this.#say({ kind: 'hello', node: this.#parts.node })
    this.#sayWhoIsHere()
    this.#room?.catchUp()
  }

  /** Takes away who was not heard of for too long. */
  expire(now: number): void {
    this.#show(this.#elsewhere.drop({ now }))
  }

  committed(epoch: number, rows: readonly Stored[]): void {
    const last = rows.at(-1)
    if (!last) return
    const { node } = this.#parts
    const bytes = rows.reduce((sum, row) => sum + row.update.length, 0)
    if (bytes > MAX_SENT_BYTES) this.#say({ kind: 'number', node, epoch, seq: last.seq })
    else
      this.#say({
        kind: 'rows',
        node,
        epoch,
        rows: rows.map(({ clients, ...row }) => ({ ...row, clients: clients.map((one) => [...one]) })),
      })
  }

  rewritten(epoch: number): void {
    this.#say({ kind: 'epoch', node: this.#parts.node, epoch })
  }

  showed(frame: Uint8Array): void {
    this.#say({ kind: 'presence', node: this.#parts.node, update: updateOfFrame(frame) })
  }

  presence(): Uint8Array | null {
    return this.#elsewhere.all()
  }

  shownBy(client: number): string | undefined {
    return this.#elsewhere.shownBy(client)
  }

  stop(): void {
    this.#say({ kind: 'bye', node: this.#parts.node })
    this.#unsubscribe()
    this.#room = null
    this.#parts.stopped()
  }

  #say(message: RoomMessage): void {
    const { bus, cipher, channel } = this.#parts
    bus.publish(channel, seal(cipher, channel, message))
  }

  #sayWhoIsHere(): void {
    const here = this.#room?.present.all()
    if (here) this.showed(here)
  }

  #hear(bytes: Uint8Array): void {
    const { cipher, channel, node, clock } = this.#parts
    const room = this.#room
    const message = openRoomMessage(cipher, channel, bytes)
    if (!message || !room || message.node === node) return
    switch (message.kind) {
      case 'rows':
        return room.hear(message.epoch, message.rows)
      case 'number':
        if (message.seq > room.position.seq) room.catchUp()
        return
      case 'epoch':
        if (message.epoch !== room.position.epoch) room.catchUp()
        return
      case 'presence': {
        const isHere = (client: number) => room.present.shows(client)
        return this.#show(this.#elsewhere.hear(message.node, message.update, clock.now(), isHere))
      }
      case 'hello':
        return this.#sayWhoIsHere()
      case 'bye':
        return this.#show(this.#elsewhere.drop({ node: message.node }))
    }
  }

  #show(frame: Uint8Array | null): void {
    if (frame) this.#room?.present.show(frame)
  }
}
