import * as Y from 'yjs'
import type { Clock, Stop } from '@/lib/clock'
import { SYNC_STEP_2, SYNC_UPDATE } from '@/lib/sync/protocol'
import { syncFrame } from './frames'

/** Kept so long after somebody asked, because people come in together. Milliseconds. */
const KEPT_MS = 30_000
/** With more frames after it, or half as many bytes, a new state is smaller and sooner read. */
const MOST_AFTER = 200
/** Pieces of a stored state that are sent as they are; more of them are sooner read as one. */
const MOST_PIECES = 50
/**
 * The answer itself, which ends it and says nothing more: everything came before it. Who hears it takes it that they
 * have everything, and builds on that.
 */
const ALL_SAID = syncFrame(SYNC_STEP_2, Uint8Array.of(0, 0))

/**
 * The whole state of a document as a frame for who has nothing yet, made once for all who come in, and the frames that
 * were sent to the others since. Only ever what is on disk.
 */
export class WholeState {
  readonly #clock: Clock
  #state: readonly Uint8Array[] | null = null
  #bytes = 0
  #after: Uint8Array[] = []
  #bytesAfter = 0
  #forgetting: Stop | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The pieces of which a document was just put together: who wakes it need not wait until they are one. */
  begin(pieces: readonly Uint8Array[]): void {
    if (pieces.length > 0 && pieces.length <= MOST_PIECES) this.#keep(pieces)
  }

  /** Frames to send in this order. `doc`: as it is on disk. */
  frames(doc: Y.Doc): readonly Uint8Array[] {
    if (!this.#state) this.#keep([Y.encodeStateAsUpdate(doc)])
    this.#forgetLater()
    return [...(this.#state ?? []), ...this.#after, ALL_SAID]
  }

  #keep(pieces: readonly Uint8Array[]): void {
    this.#state = pieces.map((piece) => syncFrame(SYNC_UPDATE, piece))
    this.#bytes = pieces.reduce((sum, piece) => sum + piece.length, 0)
    this.#forgetLater()
  }

  #forgetLater(): void {
    this.#forgetting?.()
    this.#forgetting = this.#clock.after(KEPT_MS, () => this.forget())
  }

  /** A frame that who has the state hears next. */
  follow(frame: Uint8Array): void {
    if (!this.#state) return
    this.#after.push(frame)
    this.#bytesAfter += frame.length
    if (this.#after.length > MOST_AFTER || this.#bytesAfter > this.#bytes / 2) this.forget()
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
