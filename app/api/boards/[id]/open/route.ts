import type { BoardRoute } from '@/app/boards/route-params'
import { requirePrincipal, route } from '@/app/http'
import { services } from '@/server/services'

/** "Openstellen": from draft to open, once. */
export const POST = route(async (_request, { params }: BoardRoute) => {
  await services().boards.open(await requirePrincipal(), (await params).id)
  return Response.json({})
})
