import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { isProblem } from '@/lib/access/problem'
import { isOwnOrigin } from '@/lib/access/origin'
import { DOCUMENTS, rightOn } from '@/lib/access/rights'
import { SCHEMA_VERSION } from '@/lib/case/schema'
import type { Clock } from '@/lib/clock'
import { CLOSE } from '@/lib/sync/protocol'
import type { Limits } from '../auth/limits'
import { standingOf } from '../boards/members'
import type { Env } from '../env'
import type { Logger } from '../log'
import type { Principal } from '../services'
import type { DocumentId } from '../store/journal'
import type { Db } from '../store/open'
import type { SyncFigures } from './figures'
import type { Hub } from './hub'
import type { Rooms } from './rooms'
import { connect } from './socketPeer'

const PATH = /^\/sync\/([A-Za-z0-9_-]{1,40})(?:\.([a-z]{1,20}))?$/

export interface UpgradeParts {
  env: Env
  db: Db
  rooms: Rooms
  hub: Hub
  limits: Limits
  figures: SyncFigures
  clock: Clock
  log: Logger
  /** Who asks, from the session cookie, and which session it is. */
  sessionOf(request: IncomingMessage): Promise<{ principal: Principal; sessionId: string } | null>
  addressOf(request: IncomingMessage): string
  publicUrl(): string
}

/**
 * The one way in for sockets. It answers before the upgrade: 403 for a foreign Origin, 401 without a session,
 * 404 for a board that is not there or not yours, 429 for too many; then loads the room before it lets in.
 */
export class SyncUpgrade {
  readonly #parts: UpgradeParts
  readonly #server: WebSocketServer

  constructor(parts: UpgradeParts) {
    this.#parts = parts
    const maxPayload = parts.env.LIMIT_FRAME_BYTES
    // Compression off: a few bytes saved are not worth the memory and the zip bombs.
    this.#server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload })
  }

  /** True when the path is ours; anything else is somebody else's to answer. */
  handles(request: IncomingMessage): boolean {
    return pathOf(request).startsWith('/sync/')
  }

  async handle(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // For life: Node has taken its own listener away, and an error that nobody hears ends the process.
    socket.on('error', () => socket.destroy())
    try {
      const status = await this.#decide(request, socket, head)
      if (status !== null) refuse(socket, status)
    } catch (error) {
      this.#parts.log.error({ err: error }, 'an upgrade failed')
      refuse(socket, isProblem(error) ? error.status : 503)
    }
  }

  stop(): void {
    for (const socket of this.#server.clients) socket.close(CLOSE.restart, 'the server is restarting')
    this.#server.close()
  }

  async #decide(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<number | null> {
    const { env, db, rooms, hub, limits } = this.#parts
    if (!isOwnOrigin(request.headers.origin ?? '', this.#parts.publicUrl())) return 403
    const session = await this.#parts.sessionOf(request)
    if (!session) return 401
    const { principal, sessionId } = session
    // Per person and address: a tab of one that keeps asking for a removed board must not shut out an office.
    const asking = `${principal.id} ${this.#parts.addressOf(request)}`
    const id = documentOf(request)
    const right = async () => {
      if (!id || !(await this.#parts.sessionOf(request))) return 'none'
      const standing = await standingOf(db, principal.id, id.boardId)
      return standing ? rightOn(id.document, standing.member, standing.state) : 'none'
    }
    await limits.mayTry(asking)
    const granted = await right()
    if (!id || granted === 'none') {
      await limits.miss(asking)
      return 404
    }
    const options = {
      principal: { id: principal.id, name: principal.name },
      // An older client may look, but not write what it does not know.
      mayWrite: granted === 'write' && schemaOf(request) === SCHEMA_VERSION,
      wantsAcks: queryOf(request).get('ack') === '1',
      epoch: epochOf(request),
    }
    const { room, release } = await rooms.enter(id)
    // Loading may have taken a while: what was taken away meanwhile found no connection to close.
    const still = await right().catch(() => 'none' as const)
    const full = hub.countOf(principal.id) >= env.LIMIT_SOCKETS
    if (socket.destroyed || still !== granted || full) {
      release()
      return full ? 429 : 404
    }
    let opened = false
    this.#server.handleUpgrade(request, socket, head, (webSocket: WebSocket) => {
      opened = true
      const peer = connect(webSocket, socket, room, options, env, this.#parts.clock, this.#parts.figures)
      const removed = hub.add({ peer, id, sessionId, granted, right })
      webSocket.once('close', () => {
        removed()
        release()
      })
    })
    // A handshake that is none (a POST, a broken key): `ws` has answered it, and the room may go to sleep again.
    if (!opened) release()
    return null
  }
}

/** Answers before the upgrade and lets go of the line. The same bytes for every board. */
function refuse(socket: Duplex, status: number): void {
  if (socket.destroyed) return
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? ''
}

function queryOf(request: IncomingMessage): URLSearchParams {
  return new URLSearchParams((request.url ?? '').split('?')[1] ?? '')
}

function documentOf(request: IncomingMessage): DocumentId | null {
  const [, boardId, suffix] = PATH.exec(pathOf(request)) ?? []
  if (!boardId) return null
  const document = DOCUMENTS.find((name) => name === (suffix ?? 'case'))
  // The case's document has no suffix of its own: one way to name it.
  return document && suffix !== 'case' ? { boardId, document } : null
}

/** Null when none was said, or none that could be. */
function epochOf(request: IncomingMessage): number | null {
  const given = Number(queryOf(request).get('epoch') ?? NaN)
  return Number.isSafeInteger(given) && given > 0 ? given : null
}

function schemaOf(request: IncomingMessage): number {
  const given = queryOf(request).get('schema')
  return given === null ? SCHEMA_VERSION : Number(given)
}
