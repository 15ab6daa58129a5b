/** Any origin will do: only a path that stays on it is accepted. */
const HERE = 'http://here.invalid'

/**
 * Where to go after signing in: a path on this site, or `/`. Never another site, whatever a link asked for
 * (`//evil.example`, `/\evil.example`, `javascript:…`, a full address).
 */
export function returnPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/')) return '/'
  try {
    const url = new URL(asked, HERE)
    // The parser reads `/\` and tabs in `/<tab>/` as the browser does, so the origin tells the truth.
    const path = url.pathname + url.search
    return url.origin === HERE && !path.startsWith('//') && !path.startsWith('/api/') ? path : '/'
  } catch {
    return '/'
  }
}
