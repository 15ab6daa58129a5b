import { z } from 'zod'
import { readJson, route } from '@/app/http'
import { services } from '@/server/services'

const Setup = z.object({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(80),
  email: z.email().max(320),
  organisation: z.string().trim().min(1).max(120),
  password: z.string().min(10).max(1024),
})

/** Makes the first account by the one-time link. Signing in is the next step, by the ordinary way. */
export const POST = route(async (request) => {
  const { token, ...input } = await readJson(request, Setup)
  await services().accounts.createFirst(token, input)
  return Response.json({})
})
