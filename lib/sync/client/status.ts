/** After this long without progress, changes are said to be only on this device. Milliseconds. */
const PATIENCE_MS = 5_000

/** What the one status element says; it never says saved while a crash here could lose something. */
export interface ConnectionStatus {
  /** `saved`: nothing unsaved. `saving`: on its way. `unsaved`: only on this device. */
  state: 'saved' | 'saving' | 'unsaved'
  /** Changes that are only on this device. */
  pending: number
  connected: boolean
  /** The board's content has been loaded at least once. */
  synced: boolean
  /** The server ended this connection for good; a reload of the page asks again who you are. */
  ended: 'revoked' | 'gone' | null
}

export function saveState(
  pending: number,
  connected: boolean,
  waitingSince: number | null,
  now: number,
): ConnectionStatus['state'] {
  if (pending === 0) return 'saved'
  return connected && now - (waitingSince ?? now) < PATIENCE_MS ? 'saving' : 'unsaved'
}
