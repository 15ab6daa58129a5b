import type { IncomingMessage } from 'node:http'
import { isSameHost } from '@/lib/access/origin'

/** The parts of a request that the gate looks at. */
export type Knock = Pick<IncomingMessage, 'url' | 'method' | 'headers'>

/** Where people reach us. `publicUrl` null: the operator has named no address, so any will do. */
export interface Gate {
  publicUrl: string | null
  /** Behind one proxy that may have put its own name into `Host`. */
  trustProxy: boolean
}

/** What is turned away before any page or route reads it, in words for who runs the server. */
export interface TurnedAway {
  status: 400 | 405 | 421
  code: 'bad-request' | 'foreign-host'
  message: string
}

/** Any host will do: only the path is read. */
const HERE = 'http://here.invalid'

/** Null when the request may go on. The reason never quotes the request: a path can hold a link's secret. */
export function turnAway(request: Knock, { publicUrl, trustProxy }: Gate): TurnedAway | null {
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  if (!isPlain(path)) return bad(400, 'The address of this request is not one that a browser sends.')
  if (publicUrl !== null && !isSameHost(hostOf(request, trustProxy) ?? '', new URL(publicUrl).hostname))
    return {
      status: 421,
      code: 'foreign-host',
      message:
        'This server is not set up for this address (PUBLIC_URL, and the Host that the proxy passes on).',
    }
  // Pages are only read. Next would take anything else for a server action, of which there are none.
  if (!path.startsWith('/api/') && !['GET', 'HEAD'].includes(request.method ?? ''))
    return bad(405, 'Pages can only be read.')
  return null
}

const bad = (status: 400 | 405, message: string): TurnedAway => ({ status, code: 'bad-request', message })

/**
 * A path from the root, as every browser writes it: no whole address, no `*`, no dots or backslashes that would
 * lead elsewhere once somebody reads them, no half escapes.
 */
function isPlain(path: string): boolean {
  if (!path.startsWith('/')) return false
  try {
    decodeURIComponent(path)
    return new URL(HERE + path).pathname === path
  } catch {
    return false
  }
}

/** The host that was asked for, without its port: proxies pass it on with and without. */
function hostOf({ headers }: Knock, trustProxy: boolean): string | null {
  const forwarded = trustProxy ? headers['x-forwarded-host'] : undefined
  const asked = String(forwarded ?? headers.host ?? '')
  try {
    return new URL(`http://${asked}`).hostname
  } catch {
    return null
  }
}
