import { BoardPage } from '@/app/boards/BoardPage'
import { viewNamed } from '@/components/board/views'
import type { BoardRoute } from '@/app/boards/route-params'

interface Props extends BoardRoute {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The board; `?view=` says as what. */
export default async function Page({ params, searchParams }: Props) {
  const [{ id }, { view }] = await Promise.all([params, searchParams])
  return <BoardPage id={id} path={`/boards/${id}`} view={viewNamed(view)} />
}
