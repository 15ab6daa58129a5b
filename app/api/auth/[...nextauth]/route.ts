import NextAuth, { type NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { NextRequest } from 'next/server'
import { z } from 'zod'
import { ADDRESS_HEADER } from '@/lib/access/headers'
import { isProblem, Problem } from '@/lib/access/problem'
import { readForm, route } from '@/app/http'
import { sessionCookie, sessionSecret } from '@/app/session'
import { services } from '@/server/services'

/** Seconds that the cookie is kept; the server's own session decides how long it opens anything. */
const COOKIE_MAX_AGE_S = 30 * 24 * 3600

const Given = z.object({ email: z.string().max(320), password: z.string().max(1024) })

/**
 * What our own pages ask of next-auth. The rest of it (its own pages, and a door through which anybody may write
 * into our log) stays shut.
 */
const ASKED = {
  GET: ['csrf', 'providers', 'session'],
  POST: ['callback/credentials', 'signout'],
}

interface Context {
  params: Promise<{ nextauth: string[] }>
}

/** Made per request: address and secret are known only once the server runs. */
function options(): NextAuthOptions {
  const cookie = sessionCookie()
  return {
    secret: sessionSecret(),
    useSecureCookies: cookie.options.secure,
    session: { strategy: 'jwt', maxAge: COOKIE_MAX_AGE_S },
    cookies: { sessionToken: cookie },
    pages: { signIn: '/signin', signOut: '/', error: '/signin', newUser: '/' },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(given, request) {
          // The body may be any JSON, whatever next-auth's types promise.
          const read = Given.safeParse(given)
          if (!read.success) throw new Error('wrong-password')
          const { email, password } = read.data
          const address: unknown = request.headers?.[ADDRESS_HEADER]
          try {
            const { sessions, accounts } = services()
            const { id, name } = await accounts.verify(
              email,
              password,
              typeof address === 'string' ? address : 'unknown',
            )
            // A fresh session at every sign-in: one that somebody planted before is worth nothing.
            return { id, name, sid: (await sessions.start(id)).token }
          } catch (error) {
            // next-auth hands the message to the page; only codes that have a text may get there.
            throw new Error(isProblem(error) ? error.code : 'failed', { cause: error })
          }
        },
      }),
    ],
    callbacks: {
      // Where to go next is the page's own choice (returnPath); what a request asks for is not even read.
      redirect: ({ baseUrl }) => baseUrl,
      jwt: ({ token, user }) => ({ sid: user && 'sid' in user ? user.sid : token['sid'] }),
      async session({ session, token }) {
        const sid = typeof token['sid'] === 'string' ? token['sid'] : null
        const principal = await services().sessions.principalOf(sid)
        return {
          expires: session.expires,
          ...(principal && { user: { id: principal.id, name: principal.name } }),
        }
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token['sid'] === 'string') await services().sessions.end(token['sid'])
      },
    },
    logger: { error: (code) => console.error('next-auth', code), warn: () => {}, debug: () => {} },
  }
}

async function ask(request: NextRequest, context: Context): Promise<Response> {
  return (await NextAuth(request, context as never, options())) as Response
}

async function requireAsked(method: keyof typeof ASKED, { params }: Context): Promise<void> {
  if (!ASKED[method].includes((await params).nextauth.join('/'))) throw new Problem('not-found')
}

export const GET = route(async (request: Request, context: Context) => {
  await requireAsked('GET', context)
  return ask(new NextRequest(request), context)
})

export const POST = route(async (request: Request, context: Context) => {
  await requireAsked('POST', context)
  const { url, headers } = request
  return ask(new NextRequest(url, { method: 'POST', headers, body: await readForm(request) }), context)
})
