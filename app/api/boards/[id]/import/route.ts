import type { BoardRoute } from '@/app/boards/route-params'
import { readBytes, requirePrincipal, route } from '@/app/http'
import { services } from '@/server/services'

/** A little over what the reader of the file takes, so that it is the reader who says so in the preview. */
const MAX_FILE_BYTES = 6 * 1024 * 1024

/** `?preview=1`: what the file would bring; nothing changes. Else imports it; `?skip=1` leaves bad lines out. */
export const POST = route(async (request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  const { id } = await params
  const { boards, imports } = services()
  // Before reading: nobody sends us megabytes for a board that is not theirs.
  await boards.access(principal, id)
  const bytes = await readBytes(request, MAX_FILE_BYTES)
  const asked = new URL(request.url).searchParams
  return Response.json(
    asked.get('preview') === '1'
      ? await imports.preview(principal, id, bytes)
      : await imports.apply(principal, id, bytes, asked.get('skip') === '1'),
  )
})
