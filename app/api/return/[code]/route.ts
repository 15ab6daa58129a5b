import { clientAddress, route } from '@/app/http'
import { startSession } from '@/app/session'
import { services } from '@/server/services'

/** Signs this device in as the participant whose return code it is. */
export const POST = route(async (_request, { params }: { params: Promise<{ code: string }> }) => {
  const { invites, boards } = services()
  const principal = await invites.returning((await params).code, await clientAddress())
  await startSession(principal.id)
  const [first, ...others] = await boards.list(principal)
  return Response.json({ boardId: first && others.length === 0 ? first.id : null })
})
