import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import next from 'next'
import type { App } from './app'
import { builtFiles } from './builtFiles'
import { sessionTokenOf } from './cookies'
import { turnAway } from './gate'
import { addressOf, gateOf, ownRoutes, type Phase } from './http'
import type { Logger } from './log'
import { hashToken } from './tokens'
import { systemClock } from './clock'
import { SyncUpgrade } from './sync/upgrade'

/** How long open requests may take to end when the server stops. */
const DRAIN_MS = 5_000

export interface Running {
  stop(): Promise<void>
}

/** Pages, API and sockets on one port. Throws when the port cannot be had. */
export async function serve(app: App, log: Logger, dir: string): Promise<Running> {
  let phase: Phase = 'starting'
  const secure = () => app.publicUrl().startsWith('https:')
  const own = ownRoutes(app, () => phase)
  const built = builtFiles(dir)
  const upgrade = new SyncUpgrade({
    ...app,
    log,
    clock: systemClock,
    addressOf: (request) => addressOf(request, app.env.TRUST_PROXY === '1'),
    async sessionOf(request: IncomingMessage) {
      const token = await sessionTokenOf(request, app.authSecret, secure())
      const principal = await app.sessions.principalOf(token)
      return token && principal ? { principal, sessionId: hashToken(token) } : null
    },
  })

  const server = createServer()
  const port = await listen(server, app.env.PORT, app.env.HOST)
  app.setPort(port)
  process.env['NEXTAUTH_URL'] = app.publicUrl()
  process.env['NEXTAUTH_SECRET'] = app.authSecret
  globalThis.rotondeServices = app.services

  // Next puts an upgrade listener of its own on the server that it is given, and would destroy our sockets:
  // so it gets one that never listens, and every upgrade is handed out here.
  const pages = next({
    dev: false,
    dir,
    httpServer: createServer(),
    hostname: 'localhost',
    port,
    quiet: true,
  })
  let handle: ReturnType<typeof pages.getRequestHandler> | null = null
  server.on('request', (request, response) => {
    void own(request, response)
      .then((done) => {
        if (done || built(request, response)) return
        if (handle && phase === 'ok') return handle(request, response)
        response.writeHead(503, { 'Retry-After': '2' }).end()
      })
      .catch((error: unknown) => {
        log.error({ err: error }, 'a request failed')
        if (!response.headersSent) response.writeHead(500)
        response.end()
      })
  })
  server.on('upgrade', (request, socket, head) => {
    const welcome = phase === 'ok' && !turnAway(request, gateOf(app)) && upgrade.handles(request)
    if (welcome) void upgrade.handle(request, socket, head)
    else socket.destroy()
  })

  await pages.prepare()
  await app.nodes.announce()
  handle = pages.getRequestHandler()
  phase = 'ok'

  return {
    async stop() {
      phase = 'stopping'
      // Make everything durable and say so, then say goodbye, then let go of the line.
      await app.rooms.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      upgrade.stop()
      server.closeIdleConnections()
      const stopWaiting = systemClock.after(DRAIN_MS, () => server.closeAllConnections())
      await closed
      stopWaiting()
      await pages.close()
    },
  }
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
