import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Clock, Stop } from '@/lib/clock'
import { CLOSE } from '@/lib/sync/protocol'
import type { Env } from '../env'
import { Bucket } from './bucket'
import type { Refused, SyncFigures } from './figures'
import type { Peer } from './peer'
import type { Room } from './room'

/** More than this waiting to be sent: the reader takes nothing at all, and gets the merged state when it comes back. */
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024
/** A sender that would have to wait longer than this is no person and no program of ours. */
const MAX_WAIT_MS = 10_000
const PING_MS = 15_000

export interface SocketOptions {
  principal: { id: string; name: string }
  mayWrite: boolean
  wantsAcks: boolean
  epoch: number | null
}

/**
 * The only file that has met a WebSocket: makes it a `Peer` of a room, and keeps its rate and its pulse. `line` is what
 * the socket runs on. Frames are written to it as they lie, header and all, made once for everybody who gets them;
 * without compression and fragments that is all that the library would do, once for each.
 */
export function connect(
  socket: WebSocket,
  line: Duplex,
  room: Room,
  options: SocketOptions,
  env: Env,
  clock: Clock,
  figures: SyncFigures,
): Peer {
  const write = (bytes: Buffer, frames: number) => {
    if (socket.readyState !== socket.OPEN) return
    if (line.writableLength > MAX_BUFFERED_BYTES) {
      figures.refuse('too-slow')
      return peer.close(CLOSE.tryLater, 'too slow')
    }
    line.write(bytes)
    figures.frames += frames
  }
  const sendAway = (reason: Refused) => {
    figures.refuse(reason)
    peer.close(CLOSE.policy, reason)
  }
  const peer: Peer = {
    ...options,
    send: (frame) => write(framed(frame), 1),
    sendTogether: (frames) => write(joined(frames), frames.length),
    get waiting() {
      return line.writableLength
    },
    whenTaken(then) {
      if (line.writableLength === 0) setImmediate(then)
      else line.once('drain', then)
    },
    close(code, reason) {
      if (line.writableLength > MAX_BUFFERED_BYTES) socket.terminate()
      else socket.close(code, reason)
      room.leave(peer)
    },
  }
  const stops: Stop[] = [pulse(socket, clock)]
  const frames = new Bucket(env.LIMIT_FRAMES_PER_SECOND, env.LIMIT_FRAMES_BURST, clock.now())
  const bytes = new Bucket(env.LIMIT_BYTES_PER_SECOND, env.LIMIT_BYTES_PER_SECOND * 4, clock.now())

  socket.on('message', (data: Buffer, isBinary) => {
    if (!isBinary) return sendAway('text')
    room.receive(peer, data)
    const wait = Math.max(frames.take(1, clock.now()), bytes.take(data.length, clock.now()))
    if (wait > MAX_WAIT_MS) return sendAway('too-many')
    // A full pipe slows the sender down; nothing is thrown away.
    if (wait > 0 && !socket.isPaused) {
      socket.pause()
      stops.push(clock.after(wait, () => socket.resume()))
    }
  })
  // An oversized or broken frame: `ws` has closed the socket already, with the code that says why.
  socket.on('error', () => {
    figures.refuse('too-large')
    room.leave(peer)
  })
  socket.on('close', () => {
    for (const stop of stops) stop()
    room.leave(peer)
  })
  room.join(peer)
  return peer
}

const wrapped = new WeakMap<Uint8Array, Buffer>()

/** One whole binary message from a server, which masks nothing (RFC 6455, 5.2). The same frame is wrapped once. */
function framed(frame: Uint8Array): Buffer {
  const known = wrapped.get(frame)
  if (known) return known
  const { length } = frame
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10)
  header[0] = 0x82
  if (length < 126) header[1] = length
  else if (length < 65_536) {
    header[1] = 126
    header.writeUInt16BE(length, 2)
  } else {
    header[1] = 127
    header.writeBigUInt64BE(BigInt(length), 2)
  }
  const whole = Buffer.concat([header, frame])
  wrapped.set(frame, whole)
  return whole
}

const pieces = new WeakMap<readonly Uint8Array[], Buffer>()

/** Several messages behind each other, made once. */
function joined(frames: readonly Uint8Array[]): Buffer {
  const known = pieces.get(frames)
  if (known) return known
  const whole = Buffer.concat(frames.map(framed))
  pieces.set(frames, whole)
  return whole
}

/** Pings; a line that has not answered one ping when the next is due is dead. */
function pulse(socket: WebSocket, clock: Clock): Stop {
  let alive = true
  let stop: Stop = () => {}
  socket.on('pong', () => {
    alive = true
  })
  const beat = () => {
    if (!alive) return socket.terminate()
    alive = false
    socket.ping()
    stop = clock.after(PING_MS, beat)
  }
  stop = clock.after(PING_MS, beat)
  return () => stop()
}
