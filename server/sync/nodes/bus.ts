import type { Stop } from '@/lib/clock'

/**
 * Carries messages between nodes: at most once, in any order, perhaps never. Whoever needs to be sure reads the
 * database; what is sent here only makes it quicker.
 */
export interface Bus {
  /** False while messages cannot get through, as far as is known. */
  readonly up: boolean
  /** Never throws; nobody hears whether it arrived. Comes back to the sender too. */
  publish(channel: string, bytes: Uint8Array): void
  subscribe(channel: string, hear: (bytes: Uint8Array) => void): Stop
  /** Called when messages may get through again: some are lost. */
  onHealed(run: () => void): void
  stop(): Promise<void>
}

/** Nobody to talk to: nodes hear of each other from the database alone. */
export const NO_BUS: Bus = {
  up: false,
  publish: () => {},
  subscribe: () => () => {},
  onHealed: () => {},
  stop: async () => {},
}
