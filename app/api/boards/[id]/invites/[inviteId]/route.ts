import { requirePrincipal, route } from '@/app/http'
import { services } from '@/server/services'

/** Withdraws a link; who joined by it stays. */
export const DELETE = route(
  async (_request, { params }: { params: Promise<{ id: string; inviteId: string }> }) => {
    const { id, inviteId } = await params
    await services().invites.revoke(await requirePrincipal(), id, inviteId)
    return Response.json({})
  },
)
