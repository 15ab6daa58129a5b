import { BoardConnection } from '@/lib/sync/client/connection'
import type { OutboxStore } from '@/lib/sync/client/outboxStore'
import type { Socket } from '@/lib/sync/client/socket'
import { CLOSE } from '@/lib/sync/protocol'
import { createLog } from '@/server/log'
import type { DocumentId } from '@/server/store/journal'
import type { Keeper } from '@/server/sync/keeper'
import { LiveDocument, type DocumentJournal } from '@/server/sync/liveDocument'
import type { Peer } from '@/server/sync/peer'
import { Room } from '@/server/sync/room'
import { ManualClock } from './clock'
import { PLAIN_KEEPER } from './peers'
import type { TestStore } from './store'

const STEP_MS = 10
const MAX_FRAME_BYTES = 256 * 1024
const NEVER = new Promise<never>(() => {})

/** A socket and the peer at its other end, over a network that the test controls. */
class Line implements Socket, Peer {
  /** This line takes everything at once. */
  readonly waiting = 0
  whenTaken(then: () => void): void {
    then()
  }
  binaryType = ''
  onopen: ((event: never) => void) | null = null
  onmessage: ((event: never) => void) | null = null
  onclose: ((event: never) => void) | null = null
  onerror: ((event: never) => void) | null = null
  readonly wantsAcks = true
  readonly sent: Uint8Array[] = []
  room: Room | null = null
  closedByClient = false
  readonly #lastDue = { client: 0, room: 0 }
  #silent = false
  readonly #world: World

  constructor(
    world: World,
    readonly device: Device,
    readonly epoch: number | null,
  ) {
    this.#world = world
    world.clock.after(device.delayMs, () => {
      if (this.closedByClient || device.swallows) return
      if (!world.room || !device.up) return this.lose(1006)
      this.room = world.room
      world.asClient(() => this.onopen?.({} as never))
      world.room.join(this)
    })
  }

  get principal() {
    return { id: this.device.principal, name: this.device.principal }
  }
  get mayWrite() {
    return this.device.mayWrite
  }

  /** Called by the client with bytes, and by the room with a frame. */
  sendTogether(frames: readonly Uint8Array[]): void {
    for (const frame of frames) this.send(frame)
  }

  send(data: Uint8Array): void {
    if (this.#world.speaking === 'client') {
      this.sent.push(data)
      if (data.length > MAX_FRAME_BYTES) return this.#later(() => this.lose(CLOSE.tooLarge))
      this.#later(() => this.room?.receive(this, data))
    } else {
      const copy = Uint8Array.from(data)
      this.#later(() => this.onmessage?.({ data: copy.buffer } as never))
    }
  }

  close(code = 1005): void {
    if (this.#world.speaking === 'client') {
      this.closedByClient = true
      this.#later(() => this.#left())
    } else {
      this.#left()
      this.#later(() => this.lose(code))
    }
  }

  /** The line breaks; both ends hear of it. */
  lose(code: number): void {
    this.#left()
    this.#world.asClient(() => this.onclose?.({ code } as never))
  }

  /** In order, like TCP: a line that lost one frame delivers nothing more. */
  #later(deliver: () => void): void {
    const { clock, speaking } = this.#world
    const due = Math.max(this.#lastDue[speaking], clock.now() + this.device.delayMs)
    this.#lastDue[speaking] = due
    clock.after(due - clock.now(), () => {
      if (!this.device.up || this.device.swallows) this.#silent = true
      if (this.#silent) return
      if (speaking === 'room') this.#world.asClient(deliver)
      else this.#world.asRoom(deliver)
    })
  }

  #left(): void {
    this.room?.leave(this)
    this.room = null
  }
}

export interface Device {
  readonly name: string
  /** Who sits at it; of two tabs of one person the same. */
  readonly principal: string
  /** Nothing gets through, and who tries to open a line waits for ever. */
  swallows: boolean
  /** Down: nothing gets through on an open line, nobody is told, and no new line opens. */
  up: boolean
  mayWrite: boolean
  delayMs: number
  readonly lines: Line[]
  readonly connection: BoardConnection
}

interface Sitting {
  principal?: string
  outbox?: OutboxStore
}

type Crash = 'before-write' | 'after-write'

const bound = (store: OutboxStore): OutboxStore => ({
  append: (changes, about) => store.append(changes, about),
  remove: (ids) => store.remove(ids),
  takeOver: (take) => store.takeOver(take),
  close: () => store.close(),
})

/** One room on a real journal, and devices around it. Time moves only in `run`. */
export class World {
  readonly clock = new ManualClock()
  readonly devices: Device[] = []
  room: Room | null = null
  /** Whose code is running: a frame sent then comes from there. */
  speaking: 'client' | 'room' = 'room'
  readonly #id: DocumentId
  readonly #keeper: Keeper
  #store: TestStore
  readonly #crashedTabs = new Set<Device>()
  #crash: Crash | null = null
  #crashed: Promise<void> = NEVER
  #sayCrashed = () => {}
  /** While set, commits wait for it. */
  hold: Promise<void> | null = null

  constructor(store: TestStore, id: DocumentId, keeper: Keeper = PLAIN_KEEPER) {
    this.#store = store
    this.#id = id
    this.#keeper = keeper
  }

  async start(): Promise<void> {
    const live = await LiveDocument.open(this.#id, this.#journal(), this.#keeper)
    this.room = new Room(live, this.clock, createLog('silent'))
  }

  add(name: string, { principal = name, outbox }: Sitting = {}): Device {
    const device: { -readonly [K in keyof Device]?: Device[K] } = {
      name,
      principal,
      swallows: false,
      up: true,
      mayWrite: true,
      delayMs: 5,
      lines: [],
    }
    device.connection = this.asClient(
      () =>
        new BoardConnection({
          url: 'ws://test',
          open: (url) => {
            const line = new Line(
              this,
              device as Device,
              Number(new URL(url).searchParams.get('epoch')) || null,
            )
            device.lines?.push(line)
            return line
          },
          clock: {
            now: () => this.clock.now(),
            after: (ms, run) =>
              this.clock.after(ms, () => {
                if (!this.#crashedTabs.has(device as Device)) this.asClient(run)
              }),
          },
          random: () => 0.5,
          outbox: outbox
            ? {
                ...bound(outbox),
                takeOver: (take) => outbox.takeOver((left) => this.asClient(() => take(left))),
              }
            : null,
        }),
    )
    this.devices.push(device as Device)
    return device as Device
  }

  /** The tab is gone, without a moment to do anything. */
  crash(device: Device): void {
    this.#crashedTabs.add(device)
    device.up = false
    for (const line of device.lines) if (line.room) line.lose(1006)
  }

  /** What a person does on their device. */
  asClient<T>(act: () => T): T {
    const before = this.speaking
    this.speaking = 'client'
    try {
      return act()
    } finally {
      this.speaking = before
    }
  }

  asRoom<T>(act: () => T): T {
    const before = this.speaking
    this.speaking = 'room'
    try {
      return act()
    } finally {
      this.speaking = before
    }
  }

  async run(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += STEP_MS) {
      this.clock.advance(STEP_MS)
      if (this.room && !this.hold) await Promise.race([this.room.settled(), this.#crashed])
      if (this.hold) await new Promise((resolve) => setImmediate(resolve))
    }
  }

  /** SIGKILL during the next commit, or soon when there is none; every line breaks. */
  async kill(crash: Crash): Promise<void> {
    this.#crash = crash
    this.#crashed = new Promise((resolve) => (this.#sayCrashed = resolve))
    await this.run(200)
    this.room = null
    this.#crash = null
    this.#crashed = NEVER
    for (const { lines } of this.devices) for (const line of lines) if (line.room) line.lose(1006)
  }

  async stop(): Promise<void> {
    for (const { connection } of this.devices) this.asClient(() => connection.destroy())
    await this.room?.settled()
    this.room?.dispose()
  }

  #journal(): DocumentJournal {
    const { journal } = this.#store
    return {
      load: (id) => journal.load(id),
      compact: (...given) => journal.compact(...given),
      since: (...given) => journal.since(...given),
      rewrite: (...given) => journal.rewrite(...given),
      append: async (...given) => {
        if (this.hold) await this.hold
        const crash = this.#crash
        const first = crash === 'before-write' ? 0 : await journal.append(...given)
        if (!crash) return first
        this.#sayCrashed()
        // The process is gone: nothing of what would follow happens.
        return NEVER
      },
    }
  }
}
