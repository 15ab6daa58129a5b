'use client'
import './board.css'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { LookButton } from '@/components/looking/LookButton'
import { PeopleButton } from '@/components/people/PeopleButton'
import { Logo } from '@/components/ui/logo'
import type { ConnectionStatus } from '@/lib/sync/client/status'
import { BoardTitle } from './BoardTitle'
import { People } from './People'
import { SaveStatus } from './SaveStatus'
import { useSession } from './session'
import { ViewSwitch } from './ViewSwitch'
import type { ViewName } from './views'

interface Props {
  view: ViewName
  onView: (view: ViewName) => void
  status: ConnectionStatus
  draft: boolean
  /** Invite button and the like, made by the page. */
  children?: ReactNode
}

/** What the board is called, whether it is saved, how one looks at it, and who is here. */
export function BoardHeader({ view, onView, status, draft, children }: Props) {
  const t = useTranslations('board')
  const { canWrite } = useSession()
  // What is not saved needs the room: with a third line the header grew, and the canvas under it moved.
  const saysDraft = draft && status.state !== 'unsaved'
  return (
    <header className="rt-header border-b border-line bg-surface">
      <a
        href="/"
        aria-label={t('toBoards')}
        title={t('toBoards')}
        className="rt-header-logo grid size-10 place-items-center rounded-lg"
      >
        <Logo />
      </a>
      <BoardTitle />
      <div className="rt-header-status flex flex-wrap items-center gap-x-3 px-2">
        <SaveStatus status={status} />
        {saysDraft && (
          <p className="text-s text-ink-soft">
            <span className="rt-header-long">{t('draft')}</span>
            <span className="rt-header-short">{t('draftShort')}</span>
          </p>
        )}
        {!draft && !canWrite && !status.ended && <p className="text-s text-ink-soft">{t('readOnly')}</p>}
      </div>
      <ViewSwitch view={view} onView={onView} />
      <div className="rt-header-people">
        <People />
      </div>
      <div className="rt-header-actions flex items-center gap-2">
        <PeopleButton />
        <LookButton />
        {children}
      </div>
    </header>
  )
}
