import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Stop } from '@/lib/clock'
import type { App } from './app'
import { runCommand, type Command, type CommandResult } from './commands'

/** Longest path that a unix socket may have on every system. */
const MAX_PATH = 100

/** The command line talks to the running server here; who may enter DATA_DIR may command it. */
function socketPath(dataDir: string): string {
  const wanted = path.join(path.resolve(dataDir), 'control.sock')
  if (wanted.length <= MAX_PATH) return wanted
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 16)
  return path.join(tmpdir(), `rotonde-${name}.sock`)
}

/** One command a connection: JSON until the end of the stream, then JSON back. The caller holds the lock. */
export async function listenForCommands(app: App): Promise<Stop> {
  const file = socketPath(app.env.DATA_DIR)
  rmSync(file, { force: true })
  const server = createServer({ allowHalfOpen: true }, (socket) => void answer(app, socket))
  const before = process.umask(0o077)
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(file, resolve))
  } finally {
    process.umask(before)
  }
  return () => void server.close()
}

async function answer(app: App, socket: Socket): Promise<void> {
  socket.on('error', () => socket.destroy())
  try {
    const command = JSON.parse(await readAll(socket)) as Command
    socket.end(JSON.stringify(await runCommand(app, command)))
  } catch {
    // Whoever spoke does not speak our language, or has gone; the server carries on.
    socket.destroy()
  }
}

/** Hands a command to the running server; null when none is running. */
export async function askServer(dataDir: string, command: Command): Promise<CommandResult | null> {
  const file = socketPath(dataDir)
  if (!existsSync(file)) return null
  const socket = connect({ path: file, allowHalfOpen: true })
  try {
    await new Promise<void>((resolve, reject) => socket.once('error', reject).once('connect', resolve))
  } catch {
    return null
  }
  socket.end(JSON.stringify(command))
  return JSON.parse(await readAll(socket)) as CommandResult
}

/** What the other side says until it ends; our own half stays open to answer, as no stream helper leaves it. */
function readAll(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    socket.once('error', reject)
  })
}
