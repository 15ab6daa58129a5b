import { vi } from 'vitest'

/** Long enough for a loaded machine: what waits longer will never be. */
const PATIENCE_MS = 60_000

/** Resolves once it is so. */
export function until(isSo: () => boolean): Promise<unknown> {
  return vi.waitUntil(isSo, { timeout: PATIENCE_MS })
}

/** Resolves once it does not throw any more. */
export function untilHolds(check: () => void | Promise<void>): Promise<unknown> {
  return vi.waitFor(check, { timeout: PATIENCE_MS })
}
