import { crc32 } from 'node:zlib'
import type { Cipher } from './cipher'
import type { DocumentId } from './journal'

/** A row or snapshot that is not what was written. The board is not opened, and nothing is overwritten. */
export class DamagedJournal extends Error {
  override readonly name = 'DamagedJournal'
}

type Place = DocumentId & { epoch: number }
interface Sealed {
  payload: Uint8Array
  crc: number
}

/** What the encryption of a journal row authenticates: its place, its author, its client ids. */
export function entryContext(place: Place, seq: number, principalId: string, clients: string): string {
  return `journal ${place.boardId} ${place.document} ${place.epoch} ${seq} ${principalId} ${clients}`
}

export function snapshotContext(place: Place, coversSeq: number): string {
  return `snapshot ${place.boardId} ${place.document} ${place.epoch} ${coversSeq}`
}

/** Opens a row. The CRC tells a broken disk from a wrong key or a moved row. */
export function openWhole(cipher: Cipher, { payload, crc }: Sealed, context: string): Uint8Array {
  if (crc32(payload) !== crc) throw new DamagedJournal(`${context}: the bytes have changed`)
  try {
    return cipher.open(payload, context)
  } catch {
    throw new DamagedJournal(`${context}: the key or the place is wrong`)
  }
}

/**
 * The newest snapshot that is whole; the rows since the older one are still there when it has to serve. Null when
 * none is: the rows, counted from 1, then have to reach as far as the snapshots did, which the reader checks.
 */
export function newestWhole(
  snapshots: readonly (Sealed & { covers_seq: number })[],
  cipher: Cipher,
  place: Place,
): { snapshot: Uint8Array | null; coversSeq: number } {
  for (const row of snapshots) {
    const coversSeq = row.covers_seq
    try {
      return { snapshot: openWhole(cipher, row, snapshotContext(place, coversSeq)), coversSeq }
    } catch (error) {
      if (!(error instanceof DamagedJournal)) throw error
    }
  }
  return { snapshot: null, coversSeq: 0 }
}
