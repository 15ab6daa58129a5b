import * as Y from 'yjs'
import type { Clock, Stop } from '@/lib/clock'
import { SYNC_STEP_2 } from '@/lib/sync/protocol'
import { syncFrame } from './frames'

/** Kept so long after somebody asked, because people come in together. Milliseconds. */
const KEPT_MS = 30_000
/** With more frames after it, or half as many bytes, a new state is smaller and sooner read. */
const MOST_AFTER = 200

/**
 * The whole state of a document as a frame for who has nothing yet, made once for all who come in, and the frames that
 * were sent to the others since. Only ever what is on disk.
 */
export class WholeState {
  readonly #clock: Clock
  #state: Uint8Array | null = null
  #after: Uint8Array[] = []
  #bytesAfter = 0
  #forgetting: Stop | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Frames to send in this order. `doc`: as it is on disk. */
  frames(doc: Y.Doc): readonly Uint8Array[] {
    this.#state ??= syncFrame(SYNC_STEP_2, Y.encodeStateAsUpdate(doc))
    this.#forgetting?.()
    this.#forgetting = this.#clock.after(KEPT_MS, () => this.forget())
    return [this.#state, ...this.#after]
  }

  /** A frame that who has the state hears next. */
  follow(frame: Uint8Array): void {
    if (!this.#state) return
    this.#after.push(frame)
    this.#bytesAfter += frame.length
    if (this.#after.length > MOST_AFTER || this.#bytesAfter > this.#state.length / 2) this.forget()
  }

  /** It is made anew when it is next asked for. */
  forget(): void {
    this.#forgetting?.()
    this.#forgetting = null
    this.#state = null
    this.#after = []
    this.#bytesAfter = 0
  }
}

/** Whether a question for the state comes from somebody who has nothing: a state vector of no clients. */
export function hasNothing(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0
}
