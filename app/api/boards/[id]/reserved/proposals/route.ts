import type { BoardRoute } from '@/app/boards/route-params'
import { readJson, requirePrincipal, route } from '@/app/http'
import { Proposal } from '@/lib/case/reserved/proposal'
import { services } from '@/server/services'

/** Hands something in that only who may know of it reads; who hands it in cannot read it any more. */
export const POST = route(async (request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  await services().reserved.propose(principal, (await params).id, await readJson(request, Proposal))
  return Response.json({ handedIn: true }, { status: 201 })
})
