import { z } from 'zod'
import type { BoardRoute } from '@/app/boards/route-params'
import { readBytes, requirePrincipal, route } from '@/app/http'
import { locale } from '@/app/i18n'
import { Problem } from '@/lib/access/problem'
import { IMPORT_KINDS } from '@/lib/exchange/imports'
import { services } from '@/server/services'

/** A little over what the readers of files take, so that it is they who say so in the preview. */
const MAX_FILE_BYTES = 7 * 1024 * 1024

/**
 * `?preview=1`: what the file would bring; nothing changes. Else imports it; `?skip=1` leaves bad lines out.
 * `?kind=csv|gedcom` says what it is; else it shows.
 */
export const POST = route(async (request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  const { id } = await params
  const { boards, imports } = services()
  // Before reading: nobody sends us megabytes for a board that is not theirs.
  await boards.access(principal, id)
  const bytes = await readBytes(request, MAX_FILE_BYTES)
  const asked = new URL(request.url).searchParams
  const kind = z
    .enum(IMPORT_KINDS)
    .optional()
    .safeParse(asked.get('kind') ?? undefined)
  if (!kind.success) throw new Problem('bad-input', 'kind')
  const how = { kind: kind.data, locale: await locale(), skipBad: asked.get('skip') === '1' }
  return Response.json(
    asked.get('preview') === '1'
      ? await imports.preview(principal, id, bytes, how)
      : await imports.apply(principal, id, bytes, how),
  )
})
