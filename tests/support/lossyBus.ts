import type { Clock } from '@/lib/clock'
import type { Bus } from '@/server/sync/nodes/bus'

const MAX_DELAY_MS = 400

/** A bus that loses, delays, doubles and reorders what it carries, and can be cut. `random`: from 0 to 1. */
export class LossyBus {
  readonly #clock: Clock
  readonly #random: () => number
  readonly #ears = new Set<{ channel: string; hear: (bytes: Uint8Array) => void }>()
  readonly #healed: (() => void)[] = []
  /** Everything that was ever sent. */
  readonly sent: Uint8Array[] = []
  delivered = 0
  lost = 0
  #cut = false

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock
    this.#random = random
  }

  cut(): void {
    this.#cut = true
  }

  mend(): void {
    if (!this.#cut) return
    this.#cut = false
    for (const run of this.#healed) run()
  }

  /** The end of one node. */
  end(): Bus {
    const isUp = () => !this.#cut
    return {
      get up() {
        return isUp()
      },
      publish: (channel, bytes) => this.#carry(channel, bytes),
      subscribe: (channel, hear) => {
        const ear = { channel, hear }
        this.#ears.add(ear)
        return () => void this.#ears.delete(ear)
      },
      onHealed: (run) => void this.#healed.push(run),
      stop: async () => {},
    }
  }

  #carry(channel: string, bytes: Uint8Array): void {
    this.sent.push(bytes)
    for (const ear of this.#ears) {
      if (ear.channel !== channel) continue
      const copies = this.#cut || this.#random() < 0.3 ? 0 : this.#random() < 0.2 ? 2 : 1
      if (copies === 0) this.lost += 1
      for (let i = 0; i < copies; i++)
        this.#clock.after(this.#random() * MAX_DELAY_MS, () => {
          if (this.#cut || !this.#ears.has(ear)) return
          this.delivered += 1
          ear.hear(bytes)
        })
    }
  }
}
