import type { Generated } from 'kysely'
import type { BoardState, DocumentName, Role } from '@/lib/access/rights'

/** The key ring: the boards' keys, kept apart from the data so that a copy of the data never holds them. */
export interface KeyRingTables {
  'keys.board_keys': { board_id: string; wrapped: Uint8Array }
  /** Keys that were renewed, for as long as something of the board may still be sealed with them. */
  'keys.older_keys': { board_id: string; wrapped: Uint8Array }
  /** SHA-256 of the ids of boards that were removed: what an older copy of the data still has of them goes too. */
  'keys.removed_boards': { id_hash: string }
}

/** The tables, for Kysely. Times are milliseconds since 1970; yes and no are 1 and 0; bytes are sealed. */
export interface Tables extends KeyRingTables {
  settings: { key: string; value: string }
  organisations: { id: string; name: string; created_at: number }
  principals: {
    id: string
    kind: 'account' | 'guest'
    name: string
    /** Lower case; accounts only. */
    email: string | null
    password: string | null
    organisation_id: string | null
    circle: string | null
    admin: number
    disabled: number
    /** Hash of a guest's return code. */
    return_code: string | null
    created_at: number
  }
  sessions: { id: string; principal_id: string; created_at: number; expires_at: number }
  boards: {
    id: string
    title: Uint8Array
    question: Uint8Array
    purpose: Uint8Array
    legal_basis: string
    state: BoardState
    /** Language in which the board was begun: that of the first names of its sides. */
    locale: 'nl' | 'en'
    created_at: number
    opened_at: number | null
  }
  members: {
    board_id: string
    principal_id: string
    role: Role
    scribe: number
    reserved: number
    joined_at: number
  }
  /** Who was let in to what is reserved on a board, or shut out, by whom and when; rows are only added. */
  admissions: {
    board_id: string
    /** Counted from 1 on each board. */
    nr: number
    principal_id: string
    by_id: string
    admitted: number
    at: number
  }
  invites: {
    id: string
    board_id: string
    token_hash: string
    role: Role
    created_by: string
    created_at: number
    expires_at: number
    uses_left: number
    revoked_at: number | null
  }
  pictures: {
    board_id: string
    id: string
    /** JPEG, sealed with the board's key. */
    bytes: Uint8Array
    /** Of the sealed bytes. */
    size: number
    width: number
    height: number
    created_by: string
    created_at: number
  }
  /** What somebody says in silence in a step of a meeting; gone with their place on the board. */
  private_entries: {
    board_id: string
    step: string
    principal_id: string
    /** Of the record that a reveal makes of it: drawn here, and known to nobody before. */
    id: string
    /** Sealed with the board's key; null for who only said that they are ready. */
    body: Uint8Array | null
    ready: number
    at: number
  }
  /** Steps that are closed: from the first reveal on nothing is put there any more. */
  reveals: {
    board_id: string
    step: string
    /** JSON of a `RevealTarget`: ids only. */
    target: string
    by_id: string
    at: number
    /** 1 once it stands in the document. */
    done: number
  }
  /** Processes that share this database, and when each was last heard of, by the database's clock. */
  nodes: { id: string; seen_at: number }
  documents: { board_id: string; document: DocumentName; epoch: number }
  clients: {
    board_id: string
    document: DocumentName
    client_id: number
    principal_id: string
    /** It wrote in an epoch of the document that is over: nobody may write with it any more. */
    ended: Generated<number>
  }
  journal: {
    board_id: string
    document: DocumentName
    epoch: number
    seq: number
    principal_id: string
    /** JSON `[[clientId, fromClock, toClock], …]` of what the update adds. */
    clients: string
    payload: Uint8Array
    crc: number
    at: number
  }
  snapshots: {
    board_id: string
    document: DocumentName
    epoch: number
    covers_seq: number
    payload: Uint8Array
    crc: number
    at: number
  }
}
