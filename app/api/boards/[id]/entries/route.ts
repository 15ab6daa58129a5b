import type { BoardRoute } from '@/app/boards/route-params'
import { requirePrincipal, route } from '@/app/http'
import { services } from '@/server/services'

/** One's own private entries; nobody else's are ever in an answer. */
export const GET = route(async (_request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  return Response.json({ entries: await services().entries.own(principal, (await params).id) })
})
