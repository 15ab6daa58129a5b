import { locale } from '@/app/i18n'
import { keepsFor, sessionEndsAt } from '@/app/session'
import { Board } from '@/components/board/Board'
import type { ViewName } from '@/components/board/views'
import { BoardActions } from '@/components/pages/BoardActions'
import { StayIn } from '@/components/pages/StayIn'
import { mayManage } from '@/lib/access/rights'
import { openBoard } from './guard'
import { WaitingPage } from './WaitingPage'

/** Guard, load, compose: the board of `id` in one of its views, or the lobby. `path` is where this page is. */
export async function BoardPage(props: { id: string; path: string; view: ViewName }) {
  const { id } = props
  const opened = await openBoard(id, props.path)
  if (opened.state === 'waiting') return <WaitingPage title={opened.title} />
  const { principal, board } = opened
  const licenseKey = process.env['TLDRAW_LICENSE_KEY']
  return (
    <>
      <title>{`${board.title} · Rotonde`}</title>
      <Board
        boardId={id}
        me={{ id: principal.id, name: principal.name }}
        keepsFor={keepsFor(principal)}
        role={board.role}
        title={board.title}
        state={board.state}
        reserved={board.member.reserved}
        locale={await locale()}
        view={props.view}
        {...(licenseKey && { licenseKey })}
        actions={
          <BoardActions
            boardId={id}
            me={principal.id}
            manage={mayManage(board.member)}
            guest={principal.kind === 'guest'}
          />
        }
      />
      <StayIn endsAt={await sessionEndsAt()} />
    </>
  )
}
