import type { IncomingMessage } from 'node:http'
import { decode } from 'next-auth/jwt'
import { sessionCookieName } from '@/lib/access/cookie'

/** The session token sealed in the request's cookie, or null. The pages seal it with the same secret. */
export async function sessionTokenOf(
  request: IncomingMessage,
  secret: string,
  secure: boolean,
): Promise<string | null> {
  const name = sessionCookieName(secure)
  const token = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
  if (!token) return null
  try {
    const sealed = await decode({ token: decodeURIComponent(token), secret })
    return typeof sealed?.['sid'] === 'string' ? sealed['sid'] : null
  } catch {
    return null
  }
}
