import type { StepRoute } from '@/app/boards/route-params'
import { readJson, requirePrincipal, route } from '@/app/http'
import { RevealTarget } from '@/lib/entries/entry'
import { services } from '@/server/services'

/** Puts what the step holds where all can read it. Asking again changes nothing. */
export const POST = route(async (request, { params }: StepRoute) => {
  const principal = await requirePrincipal()
  const { id, step } = await params
  const target = await readJson(request, RevealTarget)
  return Response.json({ state: await services().entries.reveal(principal, id, step, target) })
})
