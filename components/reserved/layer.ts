'use client'
import { z } from 'zod'
import { ROLES } from '@/lib/access/rights'
import type { ReservedLayer } from '@/lib/access/reserved'

const Layer: z.ZodType<ReservedLayer> = z.object({
  admitted: z.boolean(),
  decides: z.boolean(),
  people: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES), admitted: z.boolean() })),
  log: z.array(z.object({ whom: z.string(), by: z.string(), admitted: z.boolean(), at: z.number() })),
})

export const reservedAddress = (boardId: string) => `/api/boards/${encodeURIComponent(boardId)}/reserved`

/** Who may open what is reserved, as the server says it now; null when it cannot be asked. */
export async function askLayer(boardId: string): Promise<ReservedLayer | null> {
  try {
    const response = await fetch(reservedAddress(boardId))
    return response.ok ? (Layer.safeParse(await response.json()).data ?? null) : null
  } catch {
    return null
  }
}
