import { openBoard } from '@/app/boards/guard'
import type { BoardRoute } from '@/app/boards/route-params'
import { WaitingPage } from '@/app/boards/WaitingPage'
import { locale } from '@/app/i18n'
import { PrintTimeline } from '@/components/pages/PrintTimeline'

/** The timeline on sheets of paper. */
export default async function PrintPage({ params }: BoardRoute) {
  const { id } = await params
  const opened = await openBoard(id, `/boards/${id}/print`)
  if (opened.state === 'waiting') return <WaitingPage title={opened.title} />
  const { principal, board } = opened
  return (
    <main id="main" tabIndex={-1} className="outline-none flex flex-1 flex-col">
      <title>{`${board.title} · Rotonde`}</title>
      <PrintTimeline boardId={id} me={{ id: principal.id, name: principal.name }} locale={await locale()} />
    </main>
  )
}
