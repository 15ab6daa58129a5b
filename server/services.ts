import type { BoardState, Membership, Role } from '@/lib/access/rights'
import type { ProposalInput } from '@/lib/case/reserved/proposal'
import type { ReservedLayer } from '@/lib/access/reserved'
import type { ImportCounts, ImportHow, ImportPreview } from '@/lib/exchange/imports'
import type { NewEntryInput, OwnEntry, RevealTargetInput, StepState, StepStatus } from '@/lib/entries/entry'
import type { ExportOptions } from '@/lib/exchange/options'

/**
 * What the pages may ask of the server. Next's bundle and the server's bundle share no module instances, so
 * the one instance is handed over on `globalThis`; pages call `services()`.
 *
 * Every method throws `Problem` (lib/access/problem) when it refuses.
 */
export interface Services {
  readonly version: string
  readonly publicUrl: string
  readonly sessions: SessionService
  readonly accounts: AccountService
  readonly boards: BoardService
  readonly invites: InviteService
  readonly imports: ImportService
  readonly pictures: PictureService
  readonly exports: ExportService
  readonly reserved: ReservedService
  readonly entries: EntryService
}

/** Who is asking: an account or a guest participant. */
export interface Principal {
  id: string
  kind: 'account' | 'guest'
  name: string
  organisation: string | null
  admin: boolean
}

/** The parts of a request that services need; `address` is the client's IP for rate limits only. */
export interface Caller {
  principal: Principal | null
  address: string
}

export interface SessionService {
  /** The principal of a session token (from the session cookie), or null when it is absent, wrong or revoked. */
  principalOf(token: string | null): Promise<Principal | null>
  /** Starts a session; returns the token for the cookie and its lifetime in seconds. */
  start(principalId: string): Promise<{ token: string; maxAgeS: number }>
  /** When it ends by itself, in milliseconds since 1970; null when it is absent, wrong or over. */
  endsAt(token: string): Promise<number | null>
  /** As long again from now on, under the same token; when it ends then, or null when there is none to prolong. */
  extend(token: string): Promise<{ endsAt: number; maxAgeS: number } | null>
  /** Ends this one session and closes its sockets. */
  end(token: string): Promise<void>
  /** Ends all sessions of a principal and closes their sockets. */
  endAll(principalId: string): Promise<void>
}

export interface AccountService {
  /** True while there is no account: the one-time link printed at start may make the first. */
  needsFirst(): Promise<boolean>
  /** Makes the first account; the token is used up by it. */
  createFirst(
    token: string,
    input: { name: string; email: string; password: string; organisation: string },
  ): Promise<Principal>
  /** Throws `wrong-password` for an unknown address as well, in the same time; `too-many` when tried too often. */
  verify(email: string, password: string, address: string): Promise<Principal>
}

export interface BoardSummary {
  id: string
  title: string
  question: string
  role: Role
  state: BoardState
  createdAt: number
  /** Last change of the case, milliseconds. */
  changedAt: number
}

export interface BoardAccess extends BoardSummary {
  member: Membership
  purpose: string
  legalBasis: string
  /** Who may open the board: names and roles, the asking principal first. */
  members: {
    principalId: string
    name: string
    organisation: string | null
    kind: 'account' | 'guest'
    role: Role
  }[]
}

export interface BoardService {
  list(principal: Principal): Promise<BoardSummary[]>
  /** `example` fills the board with the invented family. */
  create(
    principal: Principal,
    input: { title: string; question: string; example: boolean; locale: 'nl' | 'en' },
  ): Promise<string>
  /** Throws `not-found` for a board that does not exist and for one that is not theirs alike. */
  access(principal: Principal, boardId: string): Promise<BoardAccess>
  /** The title of a board that this member may not open yet (a draft); null for all others, theirs or not. */
  waiting(principal: Principal, boardId: string): Promise<string | null>
  /** Purpose and legal basis, asked at the first invite. */
  setPurpose(
    principal: Principal,
    boardId: string,
    input: { purpose: string; legalBasis: string },
  ): Promise<void>
  /** "Openstellen": from draft to open, once. Throws `purpose-needed` before there is a purpose. */
  open(principal: Principal, boardId: string): Promise<void>
  remove(principal: Principal, boardId: string): Promise<void>
  /** What everybody is called who takes part or ever wrote here, for who may read the board. */
  names(principal: Principal, boardId: string): Promise<{ id: string; name: string }[]>
}

export interface InviteSummary {
  id: string
  role: Role
  createdAt: number
  expiresAt: number
  usesLeft: number
  revoked: boolean
}

export interface JoinInput {
  name: string
  circle?: 'family' | 'network' | 'professional' | undefined
  organisation?: string | undefined
}

export interface InviteService {
  /** Makes a link `PUBLIC_URL/join/<token>`; only a hash of the token is stored, so the link is shown once. */
  create(
    principal: Principal,
    boardId: string,
    input: { role: Role; hours: number; uses: number },
  ): Promise<{ link: string; invite: InviteSummary }>
  list(principal: Principal, boardId: string): Promise<InviteSummary[]>
  revoke(principal: Principal, boardId: string, inviteId: string): Promise<void>
  /** What the join page shows; consumes nothing. Throws `not-found`, `gone` or `too-many`. */
  peek(token: string, address: string): Promise<{ role: Role; boardTitle: string }>
  /** The board of a link, used up or not, when this principal is in already; else null. */
  boardOfMember(token: string, principal: Principal): Promise<string | null>
  /**
   * Joins. With a principal it adds the membership to them; without, it makes a guest participant.
   * `returnCode` (guests only, at the first join) brings them back on another device.
   */
  join(
    token: string,
    input: JoinInput,
    caller: Caller,
  ): Promise<{
    principal: Principal
    boardId: string
    role: Role
    state: 'in' | 'waiting'
    returnCode: string | null
  }>
  /** Makes a new return link `PUBLIC_URL/return/<code>` for a guest; the old one stops working. */
  newReturnCode(principal: Principal): Promise<string>
  /** The guest of a return code, on another device; consumes nothing. Throws `not-found` or `too-many`. */
  returning(code: string, address: string): Promise<Principal>
}

export interface ImportService {
  /** Reads the file and says what would happen; changes nothing. */
  preview(principal: Principal, boardId: string, bytes: Uint8Array, how?: ImportHow): Promise<ImportPreview>
  /**
   * Imports what was read in one step, or throws `bad-input` when nothing can be read, or when lines of a file of
   * moments are wrong and `skipBad` is not said.
   */
  apply(principal: Principal, boardId: string, bytes: Uint8Array, how?: ImportHow): Promise<ImportCounts>
}

export interface PictureService {
  /** Throws what `add` would throw for who may not add one: asked before megabytes are read. */
  requireWriter(principal: Principal, boardId: string): Promise<void>
  /**
   * Keeps a new picture made of the pixels of this file. Throws `not-found`, `not-allowed`, `too-large`,
   * `no-picture`, `too-many-pixels`, `too-many`, `pictures-full` or `disk-full`; nothing is kept then.
   */
  add(
    principal: Principal,
    boardId: string,
    file: Uint8Array,
  ): Promise<{ id: string; width: number; height: number }>
  /** A picture as JPEG. Throws `not-found` for who may not read the board, whatever the id, and for no picture. */
  read(principal: Principal, boardId: string, id: string): Promise<Uint8Array>
}

export interface ReservedService {
  /** Who may open what is reserved on this board, for everybody who may open the board. */
  layer(principal: Principal, boardId: string): Promise<ReservedLayer>
  /** Only who guides the board. From then on this member syncs the reserved document. */
  admit(principal: Principal, boardId: string, principalId: string): Promise<void>
  /** Only who guides the board. Their sockets of it are closed before this resolves. Throws `last-admitted`. */
  withdraw(principal: Principal, boardId: string, principalId: string): Promise<void>
  /**
   * Writes into the reserved document under the name of somebody who need not be admitted and cannot read it then.
   * Throws `not-allowed` for who only reads, `bad-input`, `too-many`.
   */
  propose(principal: Principal, boardId: string, input: ProposalInput): Promise<void>
}

/**
 * What people say in silence, until it is revealed: one entry for each step and person, read by nobody else. Every
 * method throws `not-found` for who may not open the board.
 */
export interface EntryService {
  /**
   * Keeps an entry, or what it is changed to. Throws `not-allowed` for who only reads, `bad-input`, `too-many`,
   * `entries-full`, and `revealed` when the step was closed before it: then it was not kept.
   */
  put(principal: Principal, boardId: string, step: string, input: NewEntryInput): Promise<void>
  /** "Klaar", with an entry or without. Throws as `put` does. */
  setReady(principal: Principal, boardId: string, step: string, ready: boolean): Promise<void>
  /** Takes one's own entry away; what was kept also after the reveal. Throws `revealed` when there is none by then. */
  withdraw(principal: Principal, boardId: string, step: string): Promise<void>
  /** One's own entries that are on no table. */
  own(principal: Principal, boardId: string): Promise<OwnEntry[]>
  /** How many are there, for who guides. */
  status(principal: Principal, boardId: string, step: string): Promise<StepStatus>
  /**
   * Puts what a step holds where all can read it, once, whoever presses and however often: the first target counts.
   * Only who guides. Throws `bad-input` when the target cannot hold what was put; the step then stays open.
   * `revealing`: another node is at it, or was cut short; ask again.
   */
  reveal(
    principal: Principal,
    boardId: string,
    step: string,
    target: RevealTargetInput,
  ): Promise<Exclude<StepState, 'open'>>
}

export interface ExportService {
  /**
   * A file of the board for who may read it; what others wrote is in it too. `signal` ends the work when nobody
   * waits for it any more. Throws `too-large` for a picture that nothing opens, `too-many` while others are made.
   */
  make(
    principal: Principal,
    boardId: string,
    asked: { options: ExportOptions; locale: 'nl' | 'en'; signal?: AbortSignal },
  ): Promise<ExportedFile>
}

export interface ExportedFile {
  bytes: Uint8Array
  /** A safe name, made of the title. */
  name: string
  type: string
  /** "(?)" stands in it for letters that could not be drawn. */
  missingLetters: boolean
}

declare global {
  var rotondeServices: Services | undefined
}

/** The server's services; throws while the server is not up (never the case inside a request). */
export function services(): Services {
  if (!globalThis.rotondeServices) throw new Error('the server has not started its services')
  return globalThis.rotondeServices
}
