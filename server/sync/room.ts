import * as Y from 'yjs'
import type { Clock } from '@/lib/clock'
import { CLOSE, SYNC_STEP_1, SYNC_STEP_2, type RefusalReason } from '@/lib/sync/protocol'
import type { Logger } from '../log'
import type { Stored } from '../store/journal'
import { EpochEnded, ForeignClients } from '../store/overtaken'
import { SyncFigures, type Refused } from './figures'
import { decodeFrame, epochFrame, refusedFrame, savedFrame, syncFrame, updatesFrame } from './frames'
import { Inbox, type FromPeer, type FromServer, type Incoming } from './inbox'
import type { LiveDocument, Outcome } from './liveDocument'
import { ALONE, type OtherNodes } from './otherNodes'
import type { Peer } from './peer'
import { type Own, PresentPeople } from './presentPeople'
import { Tally } from './tally'
import { hasNothing, WholeState } from './wholeState'

/** Rows after which a snapshot is made when the room is left, and while it is in use. */
const COMPACT_AT_REST = 200
const COMPACT_IN_USE = 500
/** A reader for whom so much waits gets no single changes, but all of them in one when they have caught up. Bytes. */
const BEHIND_BYTES = 1024 * 1024
const RETRY_COMMIT_MS = 1_000

/** Somebody who waits for the document to be rewritten. */
interface Rewrite {
  copy: (doc: Y.Doc) => Y.Doc
  resolve: () => void
  reject: (error: unknown) => void
}

/**
 * One document with the people who are looking at it. One pump takes what came in, in order: apply, commit,
 * then broadcast, then acknowledge. While a commit runs the next batch gathers; questions for the state are
 * answered between commits, so that nobody ever holds another's change that a crash can undo.
 */
export class Room {
  readonly #live: LiveDocument
  readonly #clock: Clock
  readonly #log: Logger
  readonly #members = new Map<Peer, Tally>()
  /** Those who have the state, and so may hear what comes after it. */
  readonly #following = new Set<Peer>()
  readonly #present: PresentPeople
  readonly #whole: WholeState
  readonly #inbox = new Inbox()
  #questions: { peer: Peer; stateVector: Uint8Array }[] = []
  #rewrites: Rewrite[] = []
  /** Edits that were told that they were not made. */
  readonly #turnedDown = new WeakSet<Incoming>()
  #pump: Promise<void> | null = null
  #compacting: Promise<void> | null = null
  #failing = false
  #discarded = false
  /** Another node may have written what is not here yet. */
  #behind = false
  readonly #others: OtherNodes
  readonly #figures: SyncFigures

  constructor(
    live: LiveDocument,
    clock: Clock,
    log: Logger,
    others: OtherNodes = ALONE,
    figures: SyncFigures = new SyncFigures(),
  ) {
    this.#figures = figures
    this.#live = live
    this.#clock = clock
    this.#whole = new WholeState(clock)
    this.#whole.begin(live.takePieces())
    this.#others = others
    this.#present = new PresentPeople(this.#members, clock, others)
    this.#log = log.child({ board: live.id.boardId, document: live.id.document })
  }

  /** True while a commit fails and is tried again: nothing is called saved until it has succeeded. */
  get failing(): boolean {
    return this.#failing
  }

  get size(): number {
    return this.#members.size
  }

  join(peer: Peer): void {
    if (this.#discarded) return peer.close(CLOSE.gone, 'board removed')
    if (peer.wantsAcks) peer.send(epochFrame(this.#live.epoch))
    // What they have is of a document that was rewritten since: they come back with nothing.
    if ((peer.epoch ?? this.#live.epoch) !== this.#live.epoch) return peer.close(CLOSE.epoch, 'rewritten')
    this.#members.set(peer, new Tally())
    // Read-only connections have nothing that we lack, so they are not asked.
    if (peer.mayWrite) this.#ask(peer)
    this.#present.greet(peer)
  }

  leave(peer: Peer): void {
    this.#members.delete(peer)
    this.#following.delete(peer)
    this.#present.leave(peer)
  }

  /** A frame can cost its sender the connection, and nobody else anything. */
  receive(peer: Peer, bytes: Uint8Array): void {
    const tally = this.#members.get(peer)
    if (!tally) return
    const frame = decodeFrame(bytes)
    switch (frame?.type) {
      case undefined:
        return this.#sendAway(peer, 'malformed-frame')
      case 'step1':
        this.#questions.push({ peer, stateVector: frame.stateVector })
        return this.#pumpSoon()
      case 'update':
        return this.#receiveUpdate({ kind: 'update', peer, seq: tally.receive(), ...frame.body })
      case 'presence':
        if (!this.#present.receive(peer, frame.update)) this.#sendAway(peer, 'malformed-presence')
        return
      case 'query-presence':
        return this.#present.answer(peer)
    }
  }

  /** A change by the server on somebody's behalf; resolves when it is durable, rejects when it was not made. */
  edit(principalId: string, edit: (doc: Y.Doc) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#discarded) return reject(new Error('the document is gone'))
      this.#inbox.put({ kind: 'edit', principalId, edit, resolve, reject })
      this.#pumpSoon()
    })
  }

  /** Reads the document as it is on disk. `read` must not change it. */
  async read<T>(read: (doc: Y.Doc) => T): Promise<T> {
    let result: T | undefined
    await this.edit('server', (doc) => {
      result = read(doc)
    })
    return result as T
  }

  /**
   * Begins the next epoch with what `copy` makes of the document as it is on disk, and sends everybody away to come
   * back to that. Rejects when it was not done; then nothing has changed.
   */
  rewrite(copy: (doc: Y.Doc) => Y.Doc): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#discarded) return reject(new Error('the document is gone'))
      this.#rewrites.push({ copy, resolve, reject })
      this.#pumpSoon()
    })
  }

  /** Resolves when nothing waits and no commit runs. */
  async settled(): Promise<void> {
    while (this.#pump) await this.#pump
  }

  /** Everybody must come back: their rights or the server have changed. */
  closeAll(code: number, reason: string): void {
    for (const peer of this.#members.keys()) peer.close(code, reason)
  }

  /** The number of the last row that is here, of which epoch. */
  get position(): { epoch: number; seq: number } {
    return { epoch: this.#live.epoch, seq: this.#live.nextSeq - 1 }
  }

  /** Reads what other nodes have written. */
  catchUp(): void {
    this.#behind = true
    this.#pumpSoon()
  }

  /** Rows that another node says are on disk; what does not follow on what is here is read from there. */
  hear(epoch: number, rows: readonly Stored[]): void {
    if (rows.every((row) => epoch === this.#live.epoch && row.seq < this.#live.nextSeq)) return
    // Between commits only: who looks at the document then sees what is on disk.
    if (this.#pump || !this.#live.adopt(epoch, rows)) return this.catchUp()
    this.#tellNews()
  }

  /** Who is here: for other nodes. */
  get present(): Pick<PresentPeople, 'all' | 'shows' | 'show'> {
    return this.#present
  }

  /** Settles, makes a snapshot when that is worth it. The room may be used again afterwards. */
  async rest(): Promise<void> {
    await this.settled()
    await this.#compacting
    await this.#live.compactWhenWorth(COMPACT_AT_REST)
  }

  /** The document is gone: everybody out, and what was not committed never will be. */
  async discard(): Promise<void> {
    this.#discarded = true
    this.closeAll(CLOSE.gone, 'board removed')
    await this.settled()
    this.dispose()
  }

  /** Frees the memory; the room may not be used afterwards. */
  dispose(): void {
    this.#present.stop()
    this.#whole.forget()
    this.#others.stop()
    this.#live.destroy()
  }

  #ask(peer: Peer): void {
    peer.send(syncFrame(SYNC_STEP_1, Y.encodeStateVector(this.#live.doc)))
  }

  #receiveUpdate(incoming: FromPeer): void {
    const { peer, seq, update } = incoming
    if (!peer.mayWrite) return this.#refuse(peer, seq, 'read-only')
    if (!this.#inbox.hasRoomFor(update)) return this.#refuse(peer, seq, 'stopped')
    this.#inbox.put(incoming)
    this.#pumpSoon()
  }

  /** Starts at the end of the event-loop turn, so that what arrived together is committed together. */
  #pumpSoon(): void {
    this.#pump ??= new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => this.#run())
      .catch((error: unknown) => this.#fail(error, this.#inbox.takeAll()))
      .finally(() => {
        this.#pump = null
        const waits = !this.#inbox.isEmpty || this.#questions.length > 0 || this.#rewrites.length > 0
        if (waits || this.#behind) this.#pumpSoon()
      })
  }

  async #run(): Promise<void> {
    let batch: Incoming[] = []
    for (;;) {
      try {
        // A rebuild that failed before: nobody sees the document until one has succeeded.
        if (this.#live.broken) await this.#madeAnew(this.#live.rebuild())
        if (this.#behind) await this.#follow()
        this.#tellNews()
        this.#answerQuestions()
        const rewrite = this.#rewrites.shift()
        if (rewrite) await this.#rewriteNow(rewrite)
        batch = this.#inbox.takeBatch()
        // A long meeting never rests: its pauses have to do.
        if (batch.length === 0 && this.#rewrites.length === 0 && !(await this.#compacted())) return
        await this.#process(batch)
      } catch (error) {
        if (!(error instanceof EpochEnded)) return this.#fail(error, [...batch, ...this.#inbox.takeAll()])
        this.#epochEnded([...batch, ...this.#inbox.takeAll()])
      }
      batch = []
    }
  }

  async #rewriteNow({ copy, resolve, reject }: Rewrite): Promise<void> {
    try {
      await this.#live.rewrite(copy)
      this.#others.rewritten(this.#live.epoch)
      this.#epochEnded(this.#inbox.takeAll())
      resolve()
    } catch (error) {
      // Another node was first: what it made is asked to be rewritten too.
      if (error instanceof EpochEnded) this.#rewrites.push({ copy, resolve, reject })
      else reject(error)
      if (this.#live.broken || error instanceof EpochEnded) throw error
    }
  }

  /**
   * The document is another one now. Changes that came in for the one before are not applied, and so not called saved:
   * who made them has them, and makes them again. What the server wants to change it changes in the new one.
   */
  #epochEnded(unanswered: readonly Incoming[]): void {
    this.#whole.forget()
    this.#questions = []
    const frame = epochFrame(this.#live.epoch)
    for (const peer of this.#members.keys()) {
      if (peer.wantsAcks) peer.send(frame)
      this.leave(peer)
      peer.close(CLOSE.epoch, 'rewritten')
    }
    for (const incoming of unanswered)
      if (incoming.kind === 'edit' && !this.#turnedDown.has(incoming)) this.#inbox.put(incoming)
  }

  async #process(batch: readonly Incoming[]): Promise<void> {
    let accepted = await this.#applyAll(batch)
    let entries = await this.#commit()
    while (!entries) {
      // Somebody on another node used a client id first: what here is refused for it is known after a rebuild.
      await this.#madeAnew(this.#live.startAgain())
      accepted = await this.#applyAll(accepted)
      entries = await this.#commit()
    }
    this.#tellNews()
    this.#broadcast(entries, accepted, this.#confirm(accepted))
    this.#others.committed(this.#live.epoch, entries)
  }

  async #applyAll(batch: readonly Incoming[]): Promise<Incoming[]> {
    const accepted: Incoming[] = []
    for (let at = 0; at < batch.length;) {
      at += this.#applySome(batch.slice(at), accepted)
      if (this.#live.broken) await this.#madeAnew(this.#live.rebuild())
    }
    return accepted
  }

  /** An edit of the server's, or all updates up to the next one; returns how many were taken, at least one. */
  #applySome(batch: readonly Incoming[], accepted: Incoming[]): number {
    const edit = batch.findIndex((incoming) => incoming.kind === 'edit')
    if (edit === 0) {
      if (this.#applyEdit(batch[0] as FromServer)) accepted.push(batch[0] as FromServer)
      return 1
    }
    const updates = batch.slice(0, edit < 0 ? batch.length : edit) as FromPeer[]
    const outcomes = this.#live.applyUpdates(
      updates.map(({ peer, update, step2 }) => ({
        principalId: peer.principal.id,
        update,
        mayRepeat: step2,
      })),
      (client) => this.#present.shownBy(client),
    )
    accepted.push(...updates.filter((incoming, i) => outcomes[i] && this.#isAccepted(incoming, outcomes[i])))
    return outcomes.length
  }

  /** The state that is kept is of the document before. */
  async #madeAnew(made: Promise<void>): Promise<void> {
    this.#whole.forget()
    await made
  }

  async #follow(): Promise<void> {
    this.#behind = false
    try {
      await this.#live.catchUp()
    } catch (error) {
      if (error instanceof EpochEnded) throw error
      // The database does not answer, or the document is broken now; either is tried again.
      this.#log.warn({ err: error }, 'what other nodes wrote could not be read')
      if (this.#live.broken) throw error
    }
  }

  /** What other nodes have written, to everybody who follows the document here. */
  #tellNews(): void {
    const frame = updatesFrame(this.#live.takeNews())
    if (frame) this.#tell(frame)
  }

  /** A change that is on disk, to everybody who follows the document here, but for the one whose it is alone. */
  #tell(frame: Uint8Array, but?: Peer, own?: Own): void {
    this.#whole.follow(frame)
    this.#present.sendAlong(frame, this.#following, but, own)
    for (const peer of this.#following) if (peer.waiting > BEHIND_BYTES) this.#letCatchUp(peer)
  }

  async #compacted(): Promise<boolean> {
    // People go on meanwhile.
    if (this.#live.isLarge) {
      this.#compacting ??= this.#compact().then(() => void (this.#compacting = null))
      return false
    }
    return this.#compact()
  }

  async #compact(): Promise<boolean> {
    try {
      return await this.#live.compactWhenWorth(COMPACT_IN_USE)
    } catch (error) {
      this.#log.error({ err: error }, 'a snapshot could not be made')
      return false
    }
  }

  #answerQuestions(): void {
    for (const { peer, stateVector } of this.#questions.splice(0)) {
      if (!this.#members.has(peer)) continue
      try {
        if (hasNothing(stateVector)) for (const frame of this.#whole.frames(this.#live.doc)) peer.send(frame)
        else peer.send(syncFrame(SYNC_STEP_2, Y.encodeStateAsUpdate(this.#live.doc, stateVector)))
        this.#following.add(peer)
      } catch {
        peer.close(CLOSE.policy, 'malformed state vector')
      }
    }
  }

  #applyEdit(incoming: FromServer): boolean {
    try {
      this.#live.applyEdit(incoming.principalId, incoming.edit)
      return true
    } catch (error) {
      this.#turnedDown.add(incoming)
      incoming.reject(error)
      return false
    }
  }

  /** True when it was accepted and only has to become durable. */
  #isAccepted({ peer, seq }: FromPeer, outcome: Outcome): boolean {
    if (outcome.ok) {
      if (outcome.mendError) this.#log.error({ err: outcome.mendError }, 'a change could not be mended')
      return true
    }
    if (outcome.reason === 'gap') {
      this.#figures.refuse('gap')
      this.#members.get(peer)?.hold(seq)
      this.#ask(peer)
      return false
    }
    this.#log.warn({ principal: peer.principal.id, reason: outcome.reason }, 'an update was refused')
    this.#refuse(peer, seq, outcome.reason)
    peer.close(CLOSE.policy, outcome.reason)
    return false
  }

  /**
   * Tries the same batch until the disk takes it: a later change must never be stored without an earlier. Null when
   * it never will, since a client id belongs to somebody on another node.
   */
  async #commit(): Promise<readonly Stored[] | null> {
    const began = performance.now()
    for (;;) {
      try {
        const entries = await this.#live.commit()
        this.#failing = false
        if (entries.length > 0) this.#figures.commits.observe((performance.now() - began) / 1_000)
        return entries
      } catch (error) {
        if (error instanceof ForeignClients) return null
        if (this.#discarded || error instanceof EpochEnded) throw error
        if (!this.#failing) this.#log.error({ err: error }, 'a commit failed; trying again')
        this.#failing = true
        await new Promise<void>((resolve) => void this.#clock.after(RETRY_COMMIT_MS, resolve))
      }
    }
  }

  /** One frame, its bytes made once; not to the sender when all of it was theirs. `own`: what each hears besides. */
  #broadcast(entries: readonly Stored[], accepted: readonly Incoming[], own: Own): void {
    const frame = updatesFrame(this.#live.takeSaved())
    if (!frame) return own.forEach((saved, peer) => peer.send(saved))
    const [sender, ...others] = new Set(
      accepted.map((incoming) => incoming.kind === 'update' && incoming.peer),
    )
    const mended = entries.some((entry) => entry.principalId === 'server')
    this.#tell(frame, others.length === 0 && !mended && sender ? sender : undefined, own)
  }

  /** They have been sent everything up to now, and hear the rest at once when they have taken that. */
  #letCatchUp(peer: Peer): void {
    this.#following.delete(peer)
    const stateVector = Y.encodeStateVector(this.#live.doc)
    peer.whenTaken(() => {
      if (!this.#members.has(peer)) return
      this.#questions.push({ peer, stateVector })
      this.#pumpSoon()
    })
  }

  /** What each is to be told of theirs that became durable: one message, however many. */
  #confirm(accepted: readonly Incoming[]): Own {
    const counts = new Map<Peer, number>()
    for (const incoming of accepted) {
      if (incoming.kind === 'edit') {
        incoming.resolve()
        continue
      }
      this.#figures.updates += 1
      const saved = this.#members.get(incoming.peer)?.durable(incoming.seq, incoming.step2)
      if (saved && incoming.peer.wantsAcks) counts.set(incoming.peer, saved)
    }
    return new Map([...counts].map(([peer, saved]) => [peer, savedFrame(saved)]))
  }

  #refuse(peer: Peer, seq: number, reason: RefusalReason): void {
    this.#figures.refuse(reason)
    if (peer.wantsAcks) peer.send(refusedFrame(seq, reason))
  }

  #sendAway(peer: Peer, reason: Refused): void {
    this.#figures.refuse(reason)
    peer.close(CLOSE.policy, reason)
  }

  /** The document cannot be trusted any more (a damaged journal): everybody out, come back later. */
  #fail(error: unknown, unanswered: readonly Incoming[]): void {
    if (!this.#discarded) this.#log.error({ err: error }, 'a room has failed')
    for (const incoming of unanswered) if (incoming.kind === 'edit') incoming.reject(error)
    for (const { reject } of this.#rewrites.splice(0)) reject(error)
    this.#questions = []
    this.closeAll(CLOSE.tryLater, 'room failed')
  }
}
