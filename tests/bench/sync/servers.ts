import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { askServer } from '@/server/control'
import { freePort, PASSWORD } from '@/tests/e2e/fixtures/server'
import type { Command } from '@/server/commands'
import type { Dialect } from './wire'

/** The clock of /proc ticks a hundred times a second. */
const TICK_MS = 10
const PEERS = '.build/bench/peers'

/** A sync server in a process of its own, on a core of its own. */
export abstract class Server {
  abstract readonly name: string
  readonly dialect: Dialect = 'plain'
  protected child: ChildProcess | null = null
  protected port = 0

  async start(): Promise<void> {
    this.port = await freePort()
    const { script, env, cwd } = this.program()
    const child = spawn('taskset', ['-c', '0', process.execPath, script], {
      cwd,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    this.child = child
    for (const deadline = Date.now() + 30_000; ;) {
      if (await this.answers()) return
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`${this.name} did not start: ${said}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async stop(): Promise<void> {
    const child = this.child
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }

  /** Processor time of all its threads since it started. Milliseconds. */
  cpuMs(): number {
    const [, after = ''] = readFileSync(`/proc/${this.child?.pid}/stat`, 'utf8').split(') ')
    const fields = after.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  }

  /** Memory that it holds. MB. */
  rssMb(): number {
    const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child?.pid}/status`, 'utf8')) ?? []
    return Number(kb) / 1024
  }

  abstract urlOf(room: string): string
  /** Makes a room that people can enter; its name. */
  abstract room(name: string): Promise<string>
  headersFor(_room: string): Promise<Record<string, string>> {
    return Promise.resolve({})
  }

  protected abstract program(): { script: string; env: Record<string, string>; cwd?: string }

  protected async answers(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/api/health`).then(
      (answer) => answer.status < 500,
      () => false,
    )
  }
}

/** The built product, with everything on: journal, encryption, guard, acknowledgement. Only the limits are raised. */
export class Ours extends Server {
  readonly name = 'Rotonde'
  readonly #dataDir = mkdtempSync(path.join(tmpdir(), 'rotonde-bench-'))
  #cookie = ''

  protected program() {
    const many = '100000000'
    return {
      script: '.build/server/index.js',
      env: {
        PORT: String(this.port),
        DATA_DIR: this.#dataDir,
        LOG_LEVEL: 'warn',
        LIMIT_FRAMES_PER_SECOND: many,
        LIMIT_FRAMES_BURST: many,
        LIMIT_BYTES_PER_SECOND: many,
        LIMIT_SOCKETS: '100000',
        LIMIT_JOINS: '100000',
      },
    }
  }

  override async start(): Promise<void> {
    await super.start()
    if (this.#cookie) return
    await this.#ask({
      name: 'user add',
      email: 'ann@example.nl',
      person: 'Ann',
      organisation: '',
      admin: true,
      password: PASSWORD,
    })
  }

  override async stop(): Promise<void> {
    await super.stop()
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  /** Ends and starts again with the same data. */
  async restart(): Promise<void> {
    await super.stop()
    await super.start()
  }

  async room(name: string): Promise<string> {
    const board = await this.#ask({
      name: 'board add',
      title: name,
      owner: 'ann@example.nl',
      example: false,
      locale: 'nl',
    })
    const link = await this.#ask({ name: 'board invite', board, role: 'participant', hours: 1, uses: 2 })
    const joined = await fetch(`http://localhost:${this.port}/api/join/${link.split('/').at(-1)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', cookie: this.#cookie },
      body: JSON.stringify({ name: 'Bo' }),
    })
    if (!joined.ok) throw new Error(`join: ${joined.status} ${await joined.text()}`)
    this.#cookie = (joined.headers.get('set-cookie') ?? '').split(';')[0] || this.#cookie
    return board
  }

  urlOf(room: string): string {
    return `ws://localhost:${this.port}/sync/${room}?ack=1`
  }

  override headersFor(): Promise<Record<string, string>> {
    return Promise.resolve({ cookie: this.#cookie, origin: `http://localhost:${this.port}` })
  }

  async #ask(command: Command): Promise<string> {
    const result = await askServer(this.#dataDir, command)
    if (!result?.ok) throw new Error(result?.message ?? 'the server does not listen for commands')
    return result.output
  }
}

/** y-websocket 2: the usual server; nothing stored. */
export class YWebsocket extends Server {
  readonly name = 'y-websocket 2'
  protected program() {
    const env = { PORT: String(this.port), HOST: '127.0.0.1' }
    return { script: 'node_modules/y-websocket/bin/server.cjs', env, cwd: PEERS }
  }
  room(name: string): Promise<string> {
    return Promise.resolve(name)
  }
  urlOf(room: string): string {
    return `ws://127.0.0.1:${this.port}/${room}`
  }
}

/** Hocuspocus 4; nothing stored. */
export class Hocuspocus extends Server {
  readonly name = 'Hocuspocus 4'
  override readonly dialect = 'named'
  protected program() {
    return { script: 'hocuspocus.mjs', env: { PORT: String(this.port) }, cwd: PEERS }
  }
  room(name: string): Promise<string> {
    return Promise.resolve(name)
  }
  urlOf(): string {
    return `ws://127.0.0.1:${this.port}/`
  }
}
