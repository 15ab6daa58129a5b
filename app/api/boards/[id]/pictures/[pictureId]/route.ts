import { requirePrincipal, route } from '@/app/http'
import { services } from '@/server/services'

interface PictureRoute {
  params: Promise<{ id: string; pictureId: string }>
}

/**
 * One picture. Who may see it is asked each time, so it is kept nowhere: not in a cache on the way, nor on a computer
 * that the next person uses.
 */
export const GET = route(async (_request, { params }: PictureRoute) => {
  const principal = await requirePrincipal()
  const { id, pictureId } = await params
  const bytes = await services().pictures.read(principal, id, pictureId)
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Content-Length': String(bytes.length),
      'Content-Disposition': 'inline; filename="rotonde.jpg"',
      'Cache-Control': 'private, no-store',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  })
})
