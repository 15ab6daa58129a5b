import { notFound, redirect } from 'next/navigation'
import { isProblem } from '@/lib/access/problem'
import { currentPrincipal } from '@/app/session'
import { services, type BoardAccess, type Principal } from '@/server/services'

export type Opened =
  { state: 'in'; principal: Principal; board: BoardAccess } | { state: 'waiting'; title: string }

/**
 * The board of a page, for who is asking: theirs, or still closed to them. Whether a board does not exist or
 * is not theirs is the same answer. Who is not signed in is sent to sign in and comes back to `path`.
 */
export async function openBoard(id: string, path: string): Promise<Opened> {
  const principal = await currentPrincipal()
  if (!principal) redirect(`/signin?callbackUrl=${encodeURIComponent(path)}`)
  const { boards } = services()
  try {
    return { state: 'in', principal, board: await boards.access(principal, id) }
  } catch (error) {
    if (!isProblem(error) || error.code !== 'not-found') throw error
  }
  // A draft opens for its facilitators only, but who was invited to it knows of it already.
  const title = await boards.waiting(principal, id)
  if (title === null) notFound()
  return { state: 'waiting', title }
}
