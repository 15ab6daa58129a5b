import { BoardPage } from '@/app/boards/BoardPage'
import type { BoardRoute } from '@/app/boards/route-params'

/** The board as a readable list with "+ Moment", for a telephone. */
export default async function Page({ params }: BoardRoute) {
  const { id } = await params
  return <BoardPage id={id} path={`/boards/${id}/phone`} view="list" />
}
