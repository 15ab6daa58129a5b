import * as Y from 'yjs'
import type { Cipher } from '../store/cipher'
import type { DocumentId } from '../store/journal'
import type { Db } from '../store/open'
import { DamagedJournal, entryContext, openWhole, snapshotContext } from '../store/sealed'

/** What was found of one document. `doc` is null when it could not be put together. */
export interface CheckedDocument {
  rows: number
  snapshots: number
  problems: string[]
  doc: Y.Doc | null
}

/** A stored piece: opened, or null when it is damaged. */
interface Piece {
  seq: number
  bytes: Uint8Array | null
}

/**
 * Looks at every row and every snapshot of a document, also at those that opening it can do without: what is damaged
 * there is the next thing that is needed.
 */
export async function checkDocument(db: Db, cipher: Cipher, id: DocumentId): Promise<CheckedDocument> {
  const problems: string[] = []
  const { boardId: board_id, document } = id
  const here = { board_id, document }
  const entry = await db
    .selectFrom('documents')
    .select('epoch')
    .where((eb) => eb.and(here))
    .executeTakeFirst()
  if (!entry) problems.push('its entry is missing')
  const place = { ...id, epoch: entry?.epoch ?? 1 }
  const stored = await db
    .selectFrom('snapshots')
    .selectAll()
    .where((eb) => eb.and(here))
    .orderBy('covers_seq')
    .execute()
  const journal = await db
    .selectFrom('journal')
    .selectAll()
    .where((eb) => eb.and(here))
    .orderBy('seq')
    .execute()
  const owner = await db
    .selectFrom('clients')
    .select('client_id')
    .where((eb) => eb.and(here))
    .limit(1)
    .executeTakeFirst()
  if ([...stored, ...journal].some(({ epoch }) => epoch !== place.epoch))
    problems.push('there are rows of another epoch')

  const open = (row: { payload: Uint8Array; crc: number }, context: string, name: string) => {
    try {
      return openWhole(cipher, row, context)
    } catch (error) {
      if (!(error instanceof DamagedJournal)) throw error
      problems.push(`${name}: ${error.message.slice(context.length + 2)}`)
      return null
    }
  }
  const snapshots: Piece[] = stored
    .filter(({ epoch }) => epoch === place.epoch)
    .map((row) => ({
      seq: row.covers_seq,
      bytes: open(row, snapshotContext(place, row.covers_seq), `the snapshot up to row ${row.covers_seq}`),
    }))
  const rows: Piece[] = journal
    .filter(({ epoch }) => epoch === place.epoch)
    .map((row) => ({
      seq: row.seq,
      bytes: open(row, entryContext(place, row.seq, row.principal_id, row.clients), `row ${row.seq}`),
    }))
  problems.push(...gapsIn(snapshots, rows, owner !== undefined))
  const counts = { rows: rows.length, snapshots: snapshots.length }
  if (problems.length > 0) return { ...counts, problems, doc: null }
  const { doc, problem } = putTogether(snapshots, rows)
  return { ...counts, problems: problem ? [problem] : [], doc }
}

/** Rows are dropped only when a newer snapshot beside the one that covers them is kept: from there on all must be. */
function gapsIn(snapshots: readonly Piece[], rows: readonly Piece[], wasWritten: boolean): string[] {
  const oldest = snapshots.length > 1 ? (snapshots[0]?.seq ?? 0) : 0
  const newest = snapshots.at(-1)?.seq ?? 0
  if (rows.length === 0 && snapshots.length === 0) return wasWritten ? ['all rows are missing'] : []
  const numbers = new Set(rows.map(({ seq }) => seq))
  const from = Math.min(oldest + 1, rows[0]?.seq ?? Infinity)
  const upTo = Math.max(newest, rows.at(-1)?.seq ?? 0)
  const missing = Array.from({ length: upTo - from + 1 }, (_, i) => from + i).filter(
    (seq) => !numbers.has(seq),
  )
  if (missing.length === 0) return []
  return [
    missing.length === 1
      ? `row ${missing[0]} is missing`
      : `${missing.length} rows are missing, from ${missing[0]} on`,
  ]
}

/** The document of the older snapshot and all rows; the newer snapshot must be what they come to at its place. */
function putTogether(
  snapshots: readonly Piece[],
  rows: readonly Piece[],
): { doc: Y.Doc | null; problem?: string } {
  const base = snapshots.length > 1 ? snapshots[0] : undefined
  const newest = snapshots.at(-1)
  const doc = new Y.Doc()
  try {
    apply(doc, base)
    const after = rows.filter(({ seq }) => seq > (base?.seq ?? 0))
    for (const row of after) if (row.seq <= (newest?.seq ?? 0)) apply(doc, row)
    if (newest && newest !== base && !holdsTheSame(doc, newest))
      return { doc: null, problem: `the snapshot up to row ${newest.seq} is not what the rows come to` }
    for (const row of after) if (row.seq > (newest?.seq ?? 0)) apply(doc, row)
  } catch {
    return { doc: null, problem: 'what is stored does not load in Yjs' }
  }
  return { doc }
}

/** Throws when something in it cannot be placed: then something before it is missing. */
function apply(doc: Y.Doc, piece: Piece | undefined): void {
  if (!piece?.bytes) return
  Y.applyUpdate(doc, piece.bytes)
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('cannot be placed')
}

function holdsTheSame(doc: Y.Doc, snapshot: Piece): boolean {
  const other = new Y.Doc()
  apply(other, snapshot)
  const same = Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(other))
  other.destroy()
  return same
}
