import type { StepRoute } from '@/app/boards/route-params'
import { readJson, requirePrincipal, route } from '@/app/http'
import { Ready } from '@/lib/entries/entry'
import { services } from '@/server/services'

/** "Klaar", or not yet. */
export const POST = route(async (request, { params }: StepRoute) => {
  const principal = await requirePrincipal()
  const { id, step } = await params
  const { ready } = await readJson(request, Ready)
  await services().entries.setReady(principal, id, step, ready)
  return Response.json({ ready })
})
