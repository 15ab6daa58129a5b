import type { IncomingMessage, ServerResponse } from 'node:http'
import { ADDRESS_HEADER, floorHeaders } from '@/lib/access/headers'
import type { App } from './app'
import { turnAway, type Gate } from './gate'
import { measured } from './measured'
import { isShared } from './store/postgres'
import { VERSION } from './version'

/** `starting` and `stopping` are said by /api/health, so that a proxy sends people elsewhere meanwhile. */
export type Phase = 'starting' | 'ok' | 'stopping'

/** The address of the client: of the socket, or as the one trusted proxy in front of us saw it. */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers['x-forwarded-for'] : undefined
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return last || request.socket.remoteAddress || 'unknown'
}

/**
 * What the server answers itself, before the pages: health and metrics, which are asked by any name or number, and
 * what is turned away. False when the pages may answer.
 */
export function ownRoutes(app: App, phase: () => Phase) {
  const registry = measured(app)

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    for (const [name, value] of Object.entries(floorHeaders(app.publicUrl()))) response.setHeader(name, value)
    const path = (request.url ?? '').split('?', 1)[0]
    if (path === '/api/health') {
      const ok = phase() === 'ok' && (await app.rooms.healthy())
      const status = ok ? 'ok' : phase() === 'ok' ? 'failing' : phase()
      const body = JSON.stringify({
        status,
        version: VERSION,
        database: isShared(app.db) ? 'postgres' : 'sqlite',
        nodes: app.nodes.count,
      })
      response.writeHead(ok ? 200 : 503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      response.end(body)
      return true
    }
    if (path === '/metrics') {
      if (!mayMeasure(request, app)) {
        response.writeHead(404).end()
        return true
      }
      response.writeHead(200, { 'Content-Type': registry.contentType })
      response.end(await registry.metrics())
      return true
    }
    const refused = turnAway(request, gateOf(app))
    if (refused) {
      const { status, ...error } = refused
      response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      response.end(JSON.stringify({ error }))
      return true
    }
    // Whatever a client sends under this name is overwritten.
    request.headers[ADDRESS_HEADER] = addressOf(request, app.env.TRUST_PROXY === '1')
    return false
  }
}

export const gateOf = ({ env }: App): Gate => ({
  publicUrl: env.PUBLIC_URL ?? null,
  trustProxy: env.TRUST_PROXY === '1',
})

/** From this machine, unless it comes through a proxy on it; from elsewhere with the token. */
function mayMeasure(request: IncomingMessage, app: App): boolean {
  const token = app.env.METRICS_TOKEN
  if (token && request.headers.authorization === `Bearer ${token}`) return true
  const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
  return local && request.headers['x-forwarded-for'] === undefined
}
