import type { BoardRoute } from '@/app/boards/route-params'
import { requirePrincipal, route } from '@/app/http'
import { Problem } from '@/lib/access/problem'
import { services } from '@/server/services'

/** The case as a file; only JSON so far. */
export const GET = route(async (request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  if ((new URL(request.url).searchParams.get('format') ?? 'json') !== 'json') throw new Problem('bad-input')
  const file = await services().boards.exportCase(principal, (await params).id)
  return Response.json(file, {
    headers: {
      'Content-Disposition': 'attachment; filename="rotonde.json"',
      'Cache-Control': 'private, no-store',
    },
  })
})
