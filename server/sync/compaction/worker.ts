import { parentPort } from 'node:worker_threads'
import { squash, type Pieces } from './squash'

export interface SquashRequest extends Pieces {
  id: number
}
export type SquashReply = { id: number; state: Uint8Array } | { id: number; problem: string }

/** Makes snapshots of large documents, one after the other, in a thread of its own. */
parentPort?.on('message', ({ id, ...pieces }: SquashRequest) => {
  let reply: SquashReply
  try {
    reply = { id, state: squash(pieces) }
  } catch (error) {
    // What is wrong with it, never what is in it.
    reply = { id, problem: (error as Error).message }
  }
  parentPort?.postMessage(reply)
})
