import { z } from 'zod'
import { caller, readJson, route } from '@/app/http'
import { returnLink, startSession } from '@/app/session'
import { services } from '@/server/services'

const Join = z.object({
  name: z.string().trim().min(1).max(80),
  circle: z.enum(['family', 'network', 'professional']).optional(),
  organisation: z.string().trim().max(120).optional(),
})

/** Joins a board by its link. Who is not known yet becomes a participant and gets a link to come back. */
export const POST = route(async (request, { params }: { params: Promise<{ token: string }> }) => {
  const input = await readJson(request, Join)
  const asking = await caller()
  const joined = await services().invites.join((await params).token, input, asking)
  if (asking.principal?.id !== joined.principal.id) await startSession(joined.principal.id)
  return Response.json({
    boardId: joined.boardId,
    role: joined.role,
    state: joined.state,
    ...(joined.returnCode !== null && { returnLink: returnLink(joined.returnCode) }),
  })
})
