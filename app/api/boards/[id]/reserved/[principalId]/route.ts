import type { BoardRoute } from '@/app/boards/route-params'
import { requirePrincipal, route } from '@/app/http'
import { services } from '@/server/services'

interface Admitted {
  params: Promise<Awaited<BoardRoute['params']> & { principalId: string }>
}

/** Shuts somebody out again; what they saw they have seen. */
export const DELETE = route(async (_request, { params }: Admitted) => {
  const principal = await requirePrincipal()
  const { id, principalId } = await params
  await services().reserved.withdraw(principal, id, principalId)
  return Response.json(await services().reserved.layer(principal, id))
})
