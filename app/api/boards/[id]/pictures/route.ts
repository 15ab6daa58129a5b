import type { BoardRoute } from '@/app/boards/route-params'
import { readBytes, requirePrincipal, route } from '@/app/http'
import { MAX_PICTURE_BYTES } from '@/lib/pictures/sniff'
import { services } from '@/server/services'

/** Keeps a picture: the file itself is the body. Its id is put on a moment by who sent it. */
export const POST = route(async (request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  const { id } = await params
  const { pictures } = services()
  // Before reading: nobody sends us megabytes for a board that is not theirs to write on.
  await pictures.requireWriter(principal, id)
  const made = await pictures.add(principal, id, await readBytes(request, MAX_PICTURE_BYTES))
  return Response.json(made, { status: 201 })
})
