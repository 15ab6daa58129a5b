import { requirePrincipal, route } from '@/app/http'
import { returnLink } from '@/app/session'
import { services } from '@/server/services'

/** A new personal return link; the old one stops working. */
export const POST = route(async () => {
  const code = await services().invites.newReturnCode(await requirePrincipal())
  return Response.json({ returnLink: returnLink(code) })
})
