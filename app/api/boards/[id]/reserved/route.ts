import { z } from 'zod'
import type { BoardRoute } from '@/app/boards/route-params'
import { readJson, requirePrincipal, route } from '@/app/http'
import { services } from '@/server/services'

const Whom = z.object({ principalId: z.string().min(1).max(40) })

/** "Wie ziet wat?": who may open what is reserved, who decides, and who decided what. */
export const GET = route(async (_request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  return Response.json(await services().reserved.layer(principal, (await params).id))
})

/** Admits somebody who takes part. */
export const POST = route(async (request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  const { id } = await params
  const { principalId } = await readJson(request, Whom)
  await services().reserved.admit(principal, id, principalId)
  return Response.json(await services().reserved.layer(principal, id))
})
