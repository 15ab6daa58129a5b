import type { StepRoute } from '@/app/boards/route-params'
import { readJson, requirePrincipal, route } from '@/app/http'
import { NewEntry } from '@/lib/entries/entry'
import { services } from '@/server/services'

/** For who guides: how many entries there are, and how many people are ready. */
export const GET = route(async (_request, { params }: StepRoute) => {
  const principal = await requirePrincipal()
  const { id, step } = await params
  return Response.json(await services().entries.status(principal, id, step))
})

/** Keeps one's own entry, or what it is changed to. */
export const POST = route(async (request, { params }: StepRoute) => {
  const principal = await requirePrincipal()
  const { id, step } = await params
  await services().entries.put(principal, id, step, await readJson(request, NewEntry))
  return Response.json({ kept: true })
})

/** Takes one's own entry away. */
export const DELETE = route(async (_request, { params }: StepRoute) => {
  const principal = await requirePrincipal()
  const { id, step } = await params
  await services().entries.withdraw(principal, id, step)
  return Response.json({ kept: false })
})
