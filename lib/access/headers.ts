/**
 * Header in which our own server hands the address of the client to the pages. The server overwrites
 * whatever a client sends under this name.
 */
export const ADDRESS_HEADER = 'x-rotonde-address'

/**
 * Headers of every answer, pages and API alike. HSTS only where people come by https: else it locks them out; and
 * for this host alone, because its neighbours are not ours to decide for.
 */
export function plainHeaders(publicUrl: string): Record<string, string> {
  return {
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(publicUrl.startsWith('https:') && {
      'Strict-Transport-Security': 'max-age=31536000',
    }),
  }
}

/**
 * What every answer starts with: files, redirects, refusals and failures too. Pages and API answers replace the
 * policy by their own; a file that is opened as a page can do nothing.
 */
export function floorHeaders(publicUrl: string): Record<string, string> {
  return { ...plainHeaders(publicUrl), 'Content-Security-Policy': FILE_POLICY }
}

/** What an API answer may do in a browser that shows it as a page: nothing. */
export const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** A picture may carry its own style. */
const FILE_POLICY = `${API_POLICY}; style-src 'unsafe-inline'`

/**
 * The content security policy of a page. `nonce` is fresh per answer. The sockets' origin is named beside
 * 'self' because older Safari does not count `wss:` as the same origin.
 */
export function pagePolicy(nonce: string, publicUrl: string, development: boolean): string {
  const socketOrigin = new URL(publicUrl).origin.replace(/^http/, 'ws')
  return [
    "default-src 'self'",
    // Development only: React rebuilds server stacks with eval.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "worker-src 'self'",
    `connect-src 'self' ${socketOrigin}`,
    "img-src 'self' data: blob:",
    // tldraw and Radix put <style> elements into the page.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}
