import type { Edit } from '../epoch/edits'

/** What one batch of changes is called in its store. */
export type KeptId = string | number

/** Of what document changes are, and what they did there, for when they no longer fit it. */
export interface About {
  /** The epoch of the document; 0 while the server has not said it. */
  epoch: number
  edits: readonly Edit[]
}

/** Changes that a tab left behind which is no longer there. */
export interface LeftBehind extends About {
  id: KeptId
  /** In the order in which they were made. */
  changes: readonly Uint8Array[]
  /** Made for the board as it is now; what was made for an older form of it can only be given back as words. */
  fitsBoard: boolean
}

/**
 * Where changes that the server has not yet called durable outlive the tab they were made in: of one document and one
 * person, on this device. What stands in it belongs to the tab that wrote it for as long as that tab is there.
 */
export interface OutboxStore {
  /** Keeps them together, behind all that was kept before; null when this device does not take them. Never rejects. */
  append(changes: readonly Uint8Array[], about: About): Promise<KeptId | null>
  /** They are durable elsewhere, or were given back to their writer. */
  remove(ids: readonly KeptId[]): void
  /**
   * Hands over, once each, what tabs have left behind that are gone, and what another leaves as soon as it goes.
   * Resolves after the first look; never rejects.
   */
  takeOver(take: (left: readonly LeftBehind[]) => void): Promise<void>
  /** Nothing is appended any more; what stands in it may be taken over by another tab. */
  close(): void
}
