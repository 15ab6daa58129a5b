import type { BoardRoute } from '@/app/boards/route-params'
import { requirePrincipal, route } from '@/app/http'
import { locale } from '@/app/i18n'
import { Problem } from '@/lib/access/problem'
import { attachment, ExportOptions, MISSING_LETTERS_HEADER } from '@/lib/exchange/options'
import { services } from '@/server/services'

/** The board as a file: `?format=pdf&paper=a4&orientation=landscape&pseudonyms=1&reserved=1&scale=2&view=stakeholders&form=grid`; JSON when not said. */
export const GET = route(async (request, { params }: BoardRoute) => {
  const principal = await requirePrincipal()
  const asked = ExportOptions.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success)
    throw new Problem('bad-input', asked.error.issues.map((issue) => issue.path.join('.')).join(', '))
  const file = await services().exports.make(principal, (await params).id, {
    options: asked.data,
    locale: await locale(),
    signal: request.signal,
  })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': file.type,
      'Content-Length': String(file.bytes.byteLength),
      'Content-Disposition': attachment(file.name),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(file.missingLetters && { [MISSING_LETTERS_HEADER]: '1' }),
    },
  })
})
