import * as Y from 'yjs'
import type { ClientRange, Entry } from '../store/journal'

/** An update that is wholly new, and what it adds. */
export interface Whole {
  principalId: string
  update: Uint8Array
  ranges: readonly ClientRange[]
  /** Whether it builds on what somebody else has added since the last row was begun. */
  buildsOnOthers: boolean
}

/**
 * What many people wrote in one turn, as one row a person. A row builds only on rows before it, so that each can be
 * read in order and nothing is left waiting: what builds on another's part of this turn begins new rows.
 */
export class Gathering {
  #closed: Entry[] = []
  #open = new Map<string, { updates: Uint8Array[]; ranges: Map<number, ClientRange> }>()
  /** Client ids that were written with since the last rows were begun: by whom, and from which clock on. */
  readonly #recent = new Map<number, { by: string; from: number }>()

  /** Whether `principalId` would build on another's part of this turn by referring to this. */
  isAnothers(principalId: string, client: number, clock: number): boolean {
    const recent = this.#recent.get(client)
    return recent !== undefined && recent.by !== principalId && clock >= recent.from
  }

  add({ principalId, update, ranges, buildsOnOthers }: Whole): void {
    if (buildsOnOthers) this.#close()
    const row = this.#open.get(principalId) ?? { updates: [], ranges: new Map<number, ClientRange>() }
    this.#open.set(principalId, row)
    row.updates.push(update)
    for (const [client, from, to] of ranges) {
      const known = row.ranges.get(client)
      row.ranges.set(client, [client, known?.[1] ?? from, to])
      if (!this.#recent.has(client)) this.#recent.set(client, { by: principalId, from })
    }
  }

  /** The rows, in order; what follows begins new ones. */
  take(): Entry[] {
    this.#close()
    return this.#closed.splice(0)
  }

  #close(): void {
    for (const [principalId, { updates, ranges }] of this.#open) {
      const [only, ...more] = updates as [Uint8Array, ...Uint8Array[]]
      const update = more.length > 0 ? Y.mergeUpdates([only, ...more]) : only
      this.#closed.push({ principalId, clients: [...ranges.values()], update })
    }
    this.#open.clear()
    this.#recent.clear()
  }
}
