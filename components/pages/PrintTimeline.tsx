'use client'

import { Printer } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { createBoardSession, SessionProvider } from '@/components/board/session'
import { useBoardConnection, useConnectionState } from '@/components/board/useBoardConnection'
import { Button, buttonClass } from '@/components/ui/button'
import type { Locale } from '@/lib/dates/types'
import { sayDay } from '@/lib/i18n/when'
import type { BoardConnection } from '@/lib/sync/client/connection'
import { PrintSheet } from './PrintSheet'

/** What only paper needs: the sheet, and nothing but the drawing on it. */
const ON_PAPER = `@page { size: A3 landscape; margin: 10mm }
@media print { html, body { background: #fff } [data-screen-only] { display: none !important } }`

/** The timeline on one sheet of A3, and the button that prints it. */
export function PrintTimeline(props: {
  boardId: string
  me: { id: string; name: string }
  title: string
  question: string
  locale: Locale
}) {
  const { boardId, me, locale } = props
  const t = useTranslations('print')
  const [printedOn] = useState(Date.now)
  const connection = useBoardConnection(boardId)
  const { status, generation } = useConnectionState(connection)
  const ready = connection !== null && status.synced

  return (
    <div className="mx-auto flex w-full max-w-[1600px] flex-1 flex-col gap-4 p-4 sm:p-6 print:max-w-none print:p-0">
      <style>{ON_PAPER}</style>
      <div data-screen-only className="flex flex-wrap items-center gap-3">
        <p className="max-w-prose text-ink-soft">{t('text')}</p>
        <div className="ml-auto flex flex-wrap gap-2">
          <Link href={`/boards/${boardId}`} prefetch={false} className={buttonClass()}>
            {t('backToBoard')}
          </Link>
          <Button look="primary" disabled={!ready} onClick={() => window.print()}>
            <Printer size={18} aria-hidden />
            {t('print')}
          </Button>
        </div>
      </div>
      <article className="grid gap-3 overflow-x-auto rounded-[14px] border border-line bg-white p-6 shadow-card print:overflow-visible print:rounded-none print:border-0 print:p-0 print:shadow-none">
        <header className="flex items-baseline justify-between gap-6">
          <div>
            <h1 className="text-xl">{props.title}</h1>
            <p className="text-ink-soft">{props.question}</p>
          </div>
          <p className="shrink-0 text-s text-ink-soft" suppressHydrationWarning>
            {t('printed', { day: sayDay(printedOn, locale, { year: true }) })}
          </p>
        </header>
        {ready ? (
          <OpenCase key={generation} connection={connection} me={me} locale={locale}>
            <PrintSheet title={props.title} />
          </OpenCase>
        ) : (
          <p role="status" className="py-24 text-center text-ink-soft">
            {t('loading')}
          </p>
        )}
      </article>
    </div>
  )
}

/** The case of a connection, to look at; made anew (by its key) when the connection gets a new document. */
function OpenCase(props: {
  connection: BoardConnection
  me: { id: string; name: string }
  locale: Locale
  children: ReactNode
}) {
  const [session] = useState(() => {
    const { doc, awareness } = props.connection
    return createBoardSession({ doc, awareness, me: props.me, locale: props.locale, canWrite: false })
  })
  useEffect(() => () => session.dispose(), [session])
  return <SessionProvider value={session}>{props.children}</SessionProvider>
}
