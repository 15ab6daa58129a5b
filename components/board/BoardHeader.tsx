'use client'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { ConnectionStatus } from '@/lib/sync/client/status'
import { setTitle } from '@/lib/case/commands/texts'
import { People } from './People'
import { SaveStatus } from './SaveStatus'
import { useCase, useSession } from './session'

const VIEWS = ['timeline', 'free', 'list'] as const
export type ViewName = (typeof VIEWS)[number]

interface Props {
  view: ViewName
  onView: (view: ViewName) => void
  status: ConnectionStatus
  draft: boolean
  /** Invite button and the like, made by the page. */
  children?: ReactNode
}

export function BoardHeader({ view, onView, status, draft, children }: Props) {
  const t = useTranslations('board')
  const { canWrite } = useSession()
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-3 py-2">
      <a
        href="/"
        aria-label={t('toBoards')}
        title={t('toBoards')}
        className="grid size-10 place-items-center rounded-lg"
      >
        <Ring />
      </a>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 sm:flex-none">
        <BoardTitle />
        <SaveStatus status={status} />
      </div>
      <nav
        aria-label={t('view.label')}
        className="order-last flex rounded-lg max-[720px]:hidden bg-unknown-soft p-0.5 lg:order-none lg:mx-auto"
      >
        {VIEWS.map((name) => (
          <a
            key={name}
            href={`?view=${name}`}
            aria-current={view === name ? 'page' : undefined}
            className={`flex min-h-9 items-center rounded-md px-3 text-m font-bold ${
              view === name ? 'bg-surface text-ink shadow-card' : 'text-ink-soft hover:text-ink'
            }`}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              onView(name)
            }}
          >
            {t(`view.${name}`)}
          </a>
        ))}
      </nav>
      <div className="ml-auto flex items-center gap-3 lg:ml-0">
        {draft && (
          <span className="rounded-full bg-unknown-soft px-3 py-1 text-s max-[900px]:hidden">
            {t('draft')}
          </span>
        )}
        {!canWrite && <span className="text-s text-ink-soft max-[900px]:hidden">{t('readOnly')}</span>}
        <People />
        {children}
      </div>
    </header>
  )
}

/** The product's sign: a roundabout with its exits. */
function Ring() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" fill="none" stroke="var(--accent)" aria-hidden="true">
      <circle cx="16" cy="16" r="8.5" strokeWidth="4.5" />
      <path d="M16 2v4M16 26v4M2 16h4M26 16h4" strokeWidth="4" strokeLinecap="round" />
    </svg>
  )
}

/** The board's title; who may write can change it where it stands. */
function BoardTitle() {
  const t = useTranslations('board')
  const { doc, actor, canWrite, feed } = useSession()
  const { title } = useCase().meta
  const [typed, setTyped] = useState<string | null>(null)
  if (!canWrite) return <h1 className="truncate text-l">{title || t('untitled')}</h1>
  const keep = () => {
    if (typed !== null && typed.trim() && typed !== title) setTitle(doc, actor(), typed.trim())
    setTyped(null)
    feed.flush()
  }
  return (
    <h1 className="min-w-0">
      <input
        aria-label={t('title')}
        value={typed ?? title}
        placeholder={t('untitled')}
        maxLength={200}
        className="field-sizing-content max-w-[min(22rem,60vw)] min-w-24 truncate rounded-lg border border-transparent bg-transparent px-2 py-1 text-l font-bold hover:border-line focus:border-edge focus:bg-surface"
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
    </h1>
  )
}
