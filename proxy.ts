import { NextResponse, type NextRequest } from 'next/server'
import { API_POLICY, pagePolicy, plainHeaders } from '@/lib/access/headers'

/** Puts the security headers on pages and API answers. It decides no rights: every route asks for itself. */
export function proxy(request: NextRequest): NextResponse {
  const publicUrl = process.env['NEXTAUTH_URL'] ?? request.nextUrl.origin
  const api = /^\/api(\/|$)/.test(request.nextUrl.pathname)
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = api ? API_POLICY : pagePolicy(nonce, publicUrl, process.env.NODE_ENV === 'development')

  const headers = new Headers(request.headers)
  // Next reads the nonce from the request's own policy and puts it on the scripts that it writes.
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(plainHeaders(publicUrl))) response.headers.set(name, value)
  response.headers.set('Content-Security-Policy', policy)
  // Family facts and invitations stay out of caches, also of those on a shared computer.
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

export const config = {
  matcher: ['/((?!_next/|fonts/|tldraw/|sync/|sync$|favicon\\.ico$|icon\\.svg$).*)'],
}
