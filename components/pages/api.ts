import type { PROBLEMS } from '@/lib/access/problem'

/** `offline`: the server was not reached; `failed`: it answered, but not as agreed. */
export type ApiCode = keyof typeof PROBLEMS | 'failed' | 'offline'

export type Answer<T> = { ok: true; value: T } | { ok: false; code: ApiCode; message: string | null }

/**
 * Asks our own server; never throws. `message` is in the reader's language and null when the server was not
 * reached: then `errors.<code>` says it. The shape of the answer is the route's word, both are one build.
 */
export async function ask<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: Record<string, unknown> | Blob,
): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      ...(body instanceof Blob && { body, headers: { 'content-type': 'application/octet-stream' } }),
      ...(body &&
        !(body instanceof Blob) && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
    })
  } catch {
    return { ok: false, code: 'offline', message: null }
  }
  const json: unknown = await response.json().catch(() => null)
  if (response.ok && json !== null) return { ok: true, value: json as T }
  const error = (json as { error?: { code: ApiCode; message: string } } | null)?.error
  return { ok: false, code: error?.code ?? 'failed', message: error?.message ?? null }
}
