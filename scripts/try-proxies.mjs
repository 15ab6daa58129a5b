// `node scripts/try-proxies.mjs [nginx] [haproxy]`: runs the examples of docs/scaling.md, as they stand there but for
// names, ports and the certificate, before two stand-ins for nodes, and looks whether they do what the page says. Not part of
// `npm test`: the proxies are no dependencies of ours.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket, WebSocketServer } from 'ws'

/** How long a proxy has to start, and to notice that a node is dead or back. Milliseconds. */
const PATIENCE_MS = 20_000
const BOARDS = Array.from({ length: 24 }, (_, i) => `bord-${i}_x`)
const folder = mkdtempSync(join(tmpdir(), 'rotonde-proxies-'))

/** A node that says who it is, over HTTP and over sockets. */
async function standIn(/** @type {string} */ name, port = 0) {
  const server = createServer((request, response) => {
    const { url, headers } = request
    response.end(
      JSON.stringify({ name, url, from: headers['x-forwarded-for'], proto: headers['x-forwarded-proto'] }),
    )
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => {
    socket.send(name)
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    name,
    port: address.port,
    /** As a kill does it: its lines break, and nothing listens any more. */
    kill() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The code block of a language on the page. */
function example(/** @type {string} */ language) {
  const page = readFileSync(new URL('../docs/scaling.md', import.meta.url), 'utf8')
  const found = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1]
  if (!found) throw new Error(`docs/scaling.md has no ${language} example`)
  return found
}

/** Puts our own in the place of something that must be there. */
function put(/** @type {string} */ text, /** @type {[string | RegExp, string][]} */ ...changes) {
  for (const [from, to] of changes) {
    if (!(typeof from === 'string' ? text.includes(from) : from.test(text)))
      throw new Error(`the example has no ${from}`)
    text = text.replaceAll(from instanceof RegExp ? new RegExp(from.source, 'g') : from, to)
  }
  return text
}

const PROXIES = {
  nginx(/** @type {number} */ port, /** @type {number[]} */ [one, two]) {
    const text = put(
      example('nginx'),
      ['10.0.0.11:3000', `127.0.0.1:${one}`],
      ['10.0.0.12:3000', `127.0.0.1:${two}`],
      ['listen 443 ssl;', `listen 127.0.0.1:${port};`],
    )
    const file = join(folder, 'nginx.conf')
    const own = `daemon off; pid ${folder}/nginx.pid; error_log stderr warn; events {}`
    writeFileSync(file, `${own}\nhttp {\naccess_log off;\n${text}\n}\n`)
    return ['nginx', '-c', file]
  },
  haproxy(/** @type {number} */ port, /** @type {number[]} */ [one, two]) {
    const text = put(
      example('haproxy'),
      ['10.0.0.11:3000', `127.0.0.1:${one}`],
      ['10.0.0.12:3000', `127.0.0.1:${two}`],
      [/bind :443 ssl crt \S+/, `bind 127.0.0.1:${port}`],
    )
    const file = join(folder, 'haproxy.cfg')
    writeFileSync(file, text)
    return ['haproxy', '-db', '-f', file]
  },
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  await once(server, 'close')
  return port
}

async function until(/** @type {string} */ what, /** @type {() => Promise<boolean>} */ holds) {
  const start = Date.now()
  while (!(await holds().catch(() => false))) {
    if (Date.now() - start > PATIENCE_MS) throw new Error(`not within ${PATIENCE_MS / 1_000} s: ${what}`)
    await wait(100)
  }
  console.log(`  ✓ ${what} (${((Date.now() - start) / 1_000).toFixed(1)} s)`)
}

const listens = (/** @type {number} */ port) =>
  new Promise((resolve) => {
    const line = connect(port, '127.0.0.1')
    line.once('connect', () => resolve(true)).once('error', () => resolve(false))
    line.once('connect', () => line.end())
  })

async function ask(/** @type {number} */ port, /** @type {string} */ path) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { 'x-forwarded-for': '6.6.6.6' },
  })
  if (!response.ok) throw new Error(`${response.status} for ${path}`)
  return /** @type {{ name: string, url: string, from?: string, proto?: string }} */ (await response.json())
}

/** Opens a board's socket, sends bytes along it and has them back; gives the node that it came to. */
async function socketTo(/** @type {number} */ port, /** @type {string} */ path) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`)
  const heard = []
  const closed = once(socket, 'close')
  closed.catch(() => {})
  try {
    for await (const [data] of onMessages(socket)) {
      heard.push(data)
      if (heard.length === 1) socket.send(Buffer.from([0, 1, 2, 255]))
      else break
    }
  } catch (error) {
    socket.terminate()
    throw error
  }
  if (!Buffer.from(heard[1]).equals(Buffer.from([0, 1, 2, 255]))) throw new Error('bytes were changed')
  return { node: String(heard[0]), socket, closed }
}

async function* onMessages(/** @type {WebSocket} */ socket) {
  const { on } = await import('node:events')
  yield* on(socket, 'message', { signal: AbortSignal.timeout(3_000) })
}

/** Which node each board's paths come to; throws when those of one board come to two. */
async function places(/** @type {number} */ port) {
  /** @type {Map<string, string>} */
  const found = new Map()
  for (const board of BOARDS) {
    const paths = [`/boards/${board}`, `/boards/${board}?view=genogram`, `/api/boards/${board}/members`]
    const names = new Set((await Promise.all(paths.map((path) => ask(port, path)))).map(({ name }) => name))
    for (const path of [`/sync/${board}`, `/sync/${board}.meeting?ack=1`, `/sync/${board}.reserved`]) {
      const { node, socket } = await socketTo(port, path)
      names.add(node)
      socket.terminate()
    }
    if (names.size !== 1) throw new Error(`the paths of ${board} come to ${[...names].join(' and ')}`)
    found.set(board, [...names].join())
  }
  return found
}

async function tryOne(/** @type {keyof typeof PROXIES} */ name) {
  console.log(name)
  let nodes = [await standIn('one'), await standIn('two')]
  const port = await freePort()
  const [program = '', ...args] = PROXIES[name](
    port,
    nodes.map((node) => node.port),
  )
  const proxy = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  try {
    await until('it starts', async () => Boolean(await listens(port)))
    await until('it finds the nodes', async () => Boolean(await ask(port, '/api/health')))
    const before = await places(port)
    const counts = nodes.map((node) => [...before.values()].filter((one) => one === node.name).length)
    console.log(
      `  ✓ sockets pass, and a board's pages, calls and documents meet on one node: ${counts.join(' + ')}`,
    )
    if (counts.includes(0)) throw new Error('all boards come to one node')
    const { from, proto } = await ask(port, '/')
    if (from !== '127.0.0.1' || proto !== 'https') throw new Error(`forwarded: ${from}, ${proto}`)
    console.log('  ✓ the node hears the address that the proxy saw, and nothing that a client said')
    const there = await Promise.all(BOARDS.map((board) => socketTo(port, `/sync/${board}`)))
    const [dead, alive] = nodes
    dead?.kill()
    await Promise.all(there.filter(({ node }) => node === dead?.name).map(({ closed }) => closed))
    await until('who was on the dead node comes to the other one, by socket and by page', async () => {
      const after = await places(port)
      return [...after.values()].every((node) => node === alive?.name)
    })
    if (there.some(({ node, socket }) => node === alive?.name && socket.readyState !== socket.OPEN))
      throw new Error('somebody on the node that lives lost their line')
    console.log('  ✓ who was on the other keeps their line')
    for (const { socket } of there) socket.terminate()
    nodes = [await standIn('one', dead?.port), ...nodes.slice(1)]
    await until('the node that comes back has its boards again, and no others', async () => {
      const again = await places(port)
      return BOARDS.every((board) => again.get(board) === before.get(board))
    })
  } finally {
    proxy.kill('SIGTERM')
    for (const node of nodes) node.kill()
  }
}

try {
  const asked = process.argv.slice(2)
  for (const name of /** @type {(keyof typeof PROXIES)[]} */ (
    asked.length > 0 ? asked : Object.keys(PROXIES)
  ))
    await tryOne(name)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
