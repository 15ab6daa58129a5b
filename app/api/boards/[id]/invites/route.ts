import { z } from 'zod'
import type { BoardRoute } from '@/app/boards/route-params'
import { readJson, requirePrincipal, route } from '@/app/http'
import { Problem } from '@/lib/access/problem'
import { mayManage, ROLES } from '@/lib/access/rights'
import type { Sharing } from '@/lib/access/sharing'
import { services } from '@/server/services'

const HOURS_MAX = 28 * 24

const NewInvite = z.object({
  role: z.enum(ROLES),
  hours: z.int().min(1).max(HOURS_MAX),
  uses: z.int().min(1).max(100),
})

/** Who may open the board and by which links. */
export const GET = route(async (_request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  const { id } = await params
  const board = await services().boards.access(principal, id)
  if (!mayManage(board.member)) throw new Problem('not-allowed')
  const sharing: Sharing = {
    state: board.state,
    purpose: board.purpose,
    legalBasis: board.legalBasis,
    members: board.members.map(({ principalId, name, organisation, role }) => ({
      principalId,
      name,
      organisation,
      role,
    })),
    invites: await services().invites.list(principal, id),
  }
  return Response.json(sharing)
})

/** Makes a link; it is in this answer and nowhere else. */
export const POST = route(async (request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  const made = await services().invites.create(
    principal,
    (await params).id,
    await readJson(request, NewInvite),
  )
  return Response.json(made, { status: 201 })
})
