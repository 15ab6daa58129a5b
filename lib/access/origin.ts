/** The headers that tell from which site a request comes. */
export interface RequestSource {
  origin: string | null
  /** `Sec-Fetch-Site`: set by browsers, never by scripts in them. */
  fetchSite: string | null
}

/**
 * Whether a request that changes something may come from there. A named origin must be ours. Without one
 * (or with `null`, which `Referrer-Policy: no-referrer` makes of it) the browser's own word that the page is
 * of the same origin counts; a program that is no browser sends neither header, and carries nobody's cookie
 * unawares.
 */
export function mayChange({ origin, fetchSite }: RequestSource, publicUrl: string): boolean {
  if (origin !== null && origin !== 'null') return origin === new URL(publicUrl).origin
  if (fetchSite !== null) return fetchSite === 'same-origin'
  return origin === null
}
