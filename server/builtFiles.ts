import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'

const PREFIX = '/_next/static/'
/** Their names change with what is in them. Seconds. */
const YEAR_S = 31_536_000

/**
 * The scripts and styles of the pages, as the build left them: already compressed, where Next would compress them at
 * every visit. False when the request is for something else, or for a file that is not there.
 */
export function builtFiles(dir: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const files = sirv(join(dir, '.build/next/static'), {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: YEAR_S,
    etag: true,
    setHeaders: (response) => response.setHeader('Vary', 'Accept-Encoding'),
  })
  return (request, response) => {
    const url = request.url ?? ''
    if (!url.startsWith(PREFIX) || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    let found = true
    request.url = url.slice(PREFIX.length - 1)
    files(request, response, () => void (found = false))
    request.url = url
    return found
  }
}
