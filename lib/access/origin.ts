/** The headers that tell from which site a request comes. */
export interface RequestSource {
  origin: string | null
  /** `Sec-Fetch-Site`: set by browsers, never by scripts in them. */
  fetchSite: string | null
}

/** The names that a machine has for itself. Nobody else can be reached by them. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether two host names lead to the same server: the same name, or both this machine. */
export function isSameHost(one: string, other: string): boolean {
  return one === other || (LOOPBACK.has(one) && LOOPBACK.has(other))
}

/** Whether an `Origin` header names our own pages. */
export function isOwnOrigin(origin: string, publicUrl: string): boolean {
  const own = new URL(publicUrl)
  const local = LOOPBACK.has(own.hostname) ? [...LOOPBACK] : [own.hostname]
  return local.some((host) => origin === `${own.protocol}//${host}${own.port ? `:${own.port}` : ''}`)
}

/**
 * Whether a request that changes something may come from there. A named origin must be ours. Without one
 * (or with `null`, which `Referrer-Policy: no-referrer` makes of it) the browser's own word that the page is
 * of the same origin counts; a program that is no browser sends neither header, and carries nobody's cookie
 * unawares.
 */
export function mayChange({ origin, fetchSite }: RequestSource, publicUrl: string): boolean {
  if (origin !== null && origin !== 'null') return isOwnOrigin(origin, publicUrl)
  if (fetchSite !== null) return fetchSite === 'same-origin'
  return origin === null
}
