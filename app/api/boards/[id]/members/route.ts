import type { BoardRoute } from '@/app/boards/route-params'
import { requirePrincipal, route } from '@/app/http'
import { services } from '@/server/services'

/** What everybody is called who takes part or took part: ids and names, for who may read the board. */
export const GET = route(async (_request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  return Response.json({ members: await services().boards.names(principal, (await params).id) })
})
