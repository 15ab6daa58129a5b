import { z } from 'zod'
import type { BoardRoute } from '@/app/boards/route-params'
import { readJson, requirePrincipal, route } from '@/app/http'
import { LEGAL_BASES } from '@/lib/access/sharing'
import { services } from '@/server/services'

const Purpose = z.object({
  purpose: z.string().trim().min(1).max(1000),
  legalBasis: z.enum(LEGAL_BASES),
})

/** Says what the board is used for, and on what ground it may be shared. */
export const POST = route(async (request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  await services().boards.setPurpose(principal, (await params).id, await readJson(request, Purpose))
  return Response.json({})
})
