import type { OnDevice } from './outbox'

/** After this long without progress, changes are said to be only on this device. Milliseconds. */
const PATIENCE_MS = 5_000

/** What the one status element says; it never says saved while a crash here could lose something. */
export interface ConnectionStatus {
  /** `saved`: nothing unsaved. `saving`: on its way. `unsaved`: only on this device. */
  state: 'saved' | 'saving' | 'unsaved'
  /** Changes that are only on this device. */
  pending: number
  /** How much of what is pending outlives this tab. */
  onDevice: OnDevice
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

const BY_WORST = ['unsaved', 'saving', 'saved'] as const
const BY_LEAST = ['never', 'writing', 'kept'] as const

/** What is said of two documents that are one board to who works in it: saved only when both are. */
export function statusOfBoth(open: ConnectionStatus, other: ConnectionStatus | null): ConnectionStatus {
  if (!other) return open
  const state = BY_WORST.find((one) => open.state === one || other.state === one) ?? 'saved'
  // A document in which nothing waits has nothing to lose.
  const waiting = [open, other].filter(({ pending }) => pending > 0)
  const onDevice = BY_LEAST.find((one) => waiting.some((status) => status.onDevice === one)) ?? open.onDevice
  return { ...open, state, onDevice, pending: open.pending + other.pending }
}
