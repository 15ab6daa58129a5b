import { type Placed, placeGenogram, type PlaceOrder } from '@/lib/genogram/place'
import type { Answer, Ask } from './messages'

/** What a placer needs of a worker. */
export type PlacingWorker = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<Answer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/**
 * Has families placed by a worker. One question is under way at a time; of those that come meanwhile only the last is
 * asked: where things stood in between nobody would see. Without a worker that works it is done here.
 */
export class Placer {
  #worker: PlacingWorker | null = null
  #asked: PlaceOrder | null = null
  #waiting: PlaceOrder | null = null
  #number = 0
  #layoutNumber = 0
  #input: PlaceOrder['input'] | null = null

  constructor(
    readonly makeWorker: () => PlacingWorker,
    /** Called with each answer. */
    readonly onPlaced: (order: PlaceOrder, placed: Placed) => void,
  ) {}

  ask(order: PlaceOrder): void {
    if (this.#asked) {
      this.#waiting = order
      return
    }
    this.#asked = order
    if (order.input !== this.#input) this.#layoutNumber++
    this.#input = order.input
    const ask: Ask = { number: ++this.#number, order, layoutNumber: this.#layoutNumber }
    try {
      this.#worker ??= this.#started()
      this.#worker.postMessage(ask)
    } catch {
      this.#placeHere()
    }
  }

  stop(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#asked = null
    this.#waiting = null
    this.#input = null
  }

  #started(): PlacingWorker {
    const worker = this.makeWorker()
    worker.onmessage = ({ data }) => {
      if (data.number === this.#number) this.#answered(data.placed)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      this.#placeHere()
    }
    return worker
  }

  /** Slower for who looks on, and drawn all the same. */
  #placeHere(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#input = null
    const order = this.#asked
    if (order) this.#answered(placeGenogram(order))
  }

  #answered(placed: Placed): void {
    const order = this.#asked
    const next = this.#waiting
    this.#asked = null
    this.#waiting = null
    if (order) this.onPlaced(order, placed)
    if (next) this.ask(next)
  }
}
