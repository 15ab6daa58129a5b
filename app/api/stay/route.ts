import { route } from '@/app/http'
import { extendSession } from '@/app/session'
import { Problem } from '@/lib/access/problem'

/** Who is in stays in, for as long again. */
export const POST = route(async () => {
  const endsAt = await extendSession()
  if (endsAt === null) throw new Problem('no-session')
  return Response.json({ endsAt })
})
