import WebSocket from 'ws'
import * as Y from 'yjs'
import { insertRecord } from '@/lib/case/doc'
import { editFrame, hello } from './wire'
import { pause, quantile } from './load'
import type { Ours, Server } from './servers'

const RECORDS = 5_000
/** Frames of at most so many records, so that no limit on frames is met. */
const AT_ONCE = 250
const JOINERS = 30
const LOADS = 40

export interface Opening {
  syncedMs: number
  cpuMsPerLoad: number
  lastOfThirtyMs: number
  bytes: number
}

/** A room of 5,000 records, each with a text of a line or two; stays in it, as a room that is left may be forgotten, until `leave`. */
export async function fill(server: Server, room: string): Promise<{ leave(): void }> {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let i = 0; i < RECORDS; i += AT_ONCE)
    doc.transact(() => {
      for (let k = i; k < i + AT_ONCE; k++)
        insertRecord(doc, 'notes', { id: `m${k}`, text: `Wat we zagen, ${k}. `.repeat(8), createdBy: 'ann' })
    })
  const socket = await open(server, room)
  for (const frame of hello(server.dialect, room)) socket.send(frame)
  let saved = 0
  socket.on('message', (bytes: Buffer) => {
    if (bytes[0] === 100) saved = bytes[1] as number
  })
  let closed = ''
  socket.once('close', (code, reason) => (closed = `closed with ${code} ${reason.toString()}`))
  await pause(200)
  for (const update of updates) socket.send(editFrame(server.dialect, room, update))
  while (server.name === 'Rotonde' && saved < updates.length) {
    if (closed) throw new Error(closed)
    await pause(20)
  }
  await pause(500)
  return { leave: () => socket.terminate() }
}

/** How long it takes until a fresh client has all of it, one at a time and thirty at once. */
export async function opening(server: Server, room: string): Promise<Opening> {
  const alone: number[] = []
  let bytes = 0
  // A room that is awake: what the first one costs is measured by `wake`.
  await load(server, room)
  const before = server.cpuMs()
  for (let i = 0; i < LOADS; i++) {
    const { ms, size } = await load(server, room)
    alone.push(ms)
    bytes = size
  }
  const cpuMsPerLoad = (server.cpuMs() - before) / LOADS
  const start = performance.now()
  const all = await Promise.all(Array.from({ length: JOINERS }, () => load(server, room)))
  return {
    syncedMs: quantile(alone, 0.5),
    cpuMsPerLoad,
    lastOfThirtyMs: Math.max(...all.map((one) => one.at - start)),
    bytes,
  }
}

/** From asking for a board that sleeps on disk to having all of it. Milliseconds. */
export async function wake(server: Ours, room: string): Promise<number> {
  await server.restart()
  // Another room first, and some seconds: what a process does once, after its start, is not counted.
  await load(server, await server.room('B'), 0)
  await pause(4_000)
  return (await load(server, room)).ms
}

/** `larger`: the state is the only frame of more bytes. */
async function load(
  server: Server,
  room: string,
  larger = 100_000,
): Promise<{ ms: number; at: number; size: number }> {
  const start = performance.now()
  const socket = await open(server, room)
  const size = new Promise<number>((resolve, reject) => {
    socket.on('message', (bytes: Buffer) => {
      if (bytes.length > larger) resolve(bytes.length)
    })
    socket.once('close', (code) => reject(new Error(`${server.name}: closed with ${code}`)))
  })
  for (const frame of hello(server.dialect, room)) socket.send(frame)
  const bytes = await size
  socket.removeAllListeners('close')
  const at = performance.now()
  socket.terminate()
  return { ms: at - start, at, size: bytes }
}

async function open(server: Server, room: string): Promise<WebSocket> {
  const socket = new WebSocket(server.urlOf(room), {
    headers: await server.headersFor(room),
    perMessageDeflate: false,
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return socket
}
