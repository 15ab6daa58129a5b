import NextAuth, { type NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { ADDRESS_HEADER } from '@/lib/access/headers'
import { isProblem } from '@/lib/access/problem'
import { route } from '@/app/http'
import { sessionCookie, sessionSecret } from '@/app/session'
import { services } from '@/server/services'

/** Seconds that the cookie is kept; the server's own session decides how long it opens anything. */
const COOKIE_MAX_AGE_S = 30 * 24 * 3600

const Given = z.object({ email: z.string().max(320), password: z.string().max(1024) })

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

const answer = route(async (request: Request, context: unknown): Promise<Response> => {
  return (await NextAuth(request as never, context as never, options())) as Response
})

export { answer as GET, answer as POST }
