import type { WebSocket } from 'ws'
import type { Clock, Stop } from '@/lib/clock'
import { CLOSE } from '@/lib/sync/protocol'
import type { Env } from '../env'
import { Bucket } from './bucket'
import type { Peer } from './peer'
import type { Room } from './room'

/** More than this waiting to be sent: the reader is too slow, and gets the merged state when it comes back. */
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024
/** A sender that would have to wait longer than this is no person and no program of ours. */
const MAX_WAIT_MS = 10_000
const PING_MS = 15_000

export interface SocketOptions {
  principal: { id: string; name: string }
  mayWrite: boolean
  wantsAcks: boolean
}

/** The only file that has met a WebSocket: makes it a `Peer` of a room, and keeps its rate and its pulse. */
export function connect(socket: WebSocket, room: Room, options: SocketOptions, env: Env, clock: Clock): Peer {
  const peer: Peer = {
    ...options,
    send(frame) {
      if (socket.readyState !== socket.OPEN) return
      if (socket.bufferedAmount > MAX_BUFFERED_BYTES) return peer.close(CLOSE.tryLater, 'too slow')
      socket.send(frame)
    },
    close(code, reason) {
      if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate()
      else socket.close(code, reason)
      room.leave(peer)
    },
  }
  const stops: Stop[] = [pulse(socket, clock)]
  const frames = new Bucket(env.LIMIT_FRAMES_PER_SECOND, env.LIMIT_FRAMES_BURST, clock.now())
  const bytes = new Bucket(env.LIMIT_BYTES_PER_SECOND, env.LIMIT_BYTES_PER_SECOND * 4, clock.now())

  socket.on('message', (data: Buffer, isBinary) => {
    if (!isBinary) return peer.close(CLOSE.policy, 'text frames are not used')
    room.receive(peer, data)
    const wait = Math.max(frames.take(1, clock.now()), bytes.take(data.length, clock.now()))
    if (wait > MAX_WAIT_MS) return peer.close(CLOSE.policy, 'too many frames')
    // A full pipe slows the sender down; nothing is thrown away.
    if (wait > 0 && !socket.isPaused) {
      socket.pause()
      stops.push(clock.after(wait, () => socket.resume()))
    }
  })
  // An oversized or broken frame: `ws` has closed the socket already, with the code that says why.
  socket.on('error', () => room.leave(peer))
  socket.on('close', () => {
    for (const stop of stops) stop()
    room.leave(peer)
  })
  room.join(peer)
  return peer
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
