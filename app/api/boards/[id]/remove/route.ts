import type { BoardRoute } from '@/app/boards/route-params'
import { requirePrincipal, route } from '@/app/http'
import { services } from '@/server/services'

/** Removes the board for everybody. */
export const POST = route(async (_request, { params }: BoardRoute) => {
  await services().boards.remove(await requirePrincipal(), (await params).id)
  return Response.json({})
})
