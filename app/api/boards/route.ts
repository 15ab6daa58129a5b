import { z } from 'zod'
import { readJson, requirePrincipal, route } from '@/app/http'
import { locale, translator } from '@/app/i18n'
import { services } from '@/server/services'

const NewBoard = z.union([
  z.object({ example: z.literal(true) }),
  z.object({ title: z.string().trim().min(1).max(120), question: z.string().trim().min(1).max(400) }),
])

/** Makes a board, or one that is filled with the invented family. */
export const POST = route(async (request) => {
  const principal = await requirePrincipal()
  const input = await readJson(request, NewBoard)
  const t = await translator('boards.example')
  const board =
    'example' in input
      ? { title: t('title'), question: t('question'), example: true }
      : { ...input, example: false }
  const id = await services().boards.create(principal, { ...board, locale: await locale() })
  return Response.json({ id }, { status: 201 })
})
