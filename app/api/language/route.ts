import { cookies } from 'next/headers'
import { z } from 'zod'
import { readJson, route } from '@/app/http'
import { sessionCookie } from '@/app/session'
import { LANGUAGE_COOKIE } from '@/lib/i18n/locale'

const YEAR_S = 365 * 24 * 3600

/** Remembers the chosen language on this device. */
export const POST = route(async (request) => {
  const { language } = await readJson(request, z.object({ language: z.enum(['nl', 'en']) }))
  ;(await cookies()).set(LANGUAGE_COOKIE, language, { ...sessionCookie().options, maxAge: YEAR_S })
  return Response.json({})
})
