import type { Stored } from '../store/journal'

/** What a room tells the other nodes, and knows of them. */
export interface OtherNodes {
  /** These rows are on disk. */
  committed(epoch: number, rows: readonly Stored[]): void
  /** The document was rewritten, and is of this epoch now. */
  rewritten(epoch: number): void
  /** Presence of people here has changed. */
  showed(frame: Uint8Array): void
  /** Everybody on other nodes, for who comes in; null when there is nobody. */
  presence(): Uint8Array | null
  /** The principal who shows this client id on another node. */
  shownBy(client: number): string | undefined
  /** The room is gone from this node. */
  stop(): void
}

/** A room of the only node. */
export const ALONE: OtherNodes = {
  committed: () => {},
  rewritten: () => {},
  showed: () => {},
  presence: () => null,
  shownBy: () => undefined,
  stop: () => {},
}
