import { decode, encode } from 'next-auth/jwt'
import { cookies } from 'next/headers'
import { sessionCookieName } from '@/lib/access/cookie'
import { services, type Principal } from '@/server/services'

/** The secret that seals session cookies; server/index.ts sets it before Next starts. */
export function sessionSecret(): string {
  const secret = process.env['NEXTAUTH_SECRET']
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set')
  return secret
}

/** Name and attributes of the one session cookie, for accounts and for people who joined by a link. */
export function sessionCookie() {
  const secure = services().publicUrl.startsWith('https:')
  return {
    name: sessionCookieName(secure),
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  }
}

/** The session of the request, sealed in its cookie; null without one, or with one that is not ours. */
async function sessionToken(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  if (!token) return null
  try {
    const sealed = await decode({ token, secret: sessionSecret() })
    return typeof sealed?.['sid'] === 'string' ? sealed['sid'] : null
  } catch {
    return null
  }
}

/** Who is asking. Asked of the server every time, so that an ended session is over at once. */
export async function currentPrincipal(): Promise<Principal | null> {
  const token = await sessionToken()
  return token === null ? null : services().sessions.principalOf(token)
}

/**
 * Whose unsaved changes a device may keep: those of an account, and of nobody who came by a link, on a device that may
 * be anybody's.
 */
export function keepsFor(principal: Principal | null): string | null {
  return principal?.kind === 'account' ? principal.id : null
}

/** When whoever is asking has to come in anew, in milliseconds since 1970; null for nobody. */
export async function sessionEndsAt(): Promise<number | null> {
  const token = await sessionToken()
  return token === null ? null : services().sessions.endsAt(token)
}

/** Prolongs the session of the request; when it ends then, or null when there is none. */
export async function extendSession(): Promise<number | null> {
  const token = await sessionToken()
  const extended = token === null ? null : await services().sessions.extend(token)
  if (token === null || !extended) return null
  await setCookie(token, extended.maxAgeS)
  return extended.endsAt
}

/** Starts a session and puts it into the cookie of this answer. */
export async function startSession(principalId: string): Promise<void> {
  const { token, maxAgeS } = await services().sessions.start(principalId)
  await setCookie(token, maxAgeS)
}

/** Sealed as next-auth does it. */
async function setCookie(token: string, maxAgeS: number): Promise<void> {
  const { name, options } = sessionCookie()
  const sealed = await encode({ token: { sid: token }, secret: sessionSecret(), maxAge: maxAgeS })
  ;(await cookies()).set(name, sealed, { ...options, maxAge: maxAgeS })
}

/** The personal link that brings somebody who joined by a link back, on any device. */
export function returnLink(code: string): string {
  return new URL(`/return/${code}`, services().publicUrl).href
}
