'use client'

import { Printer } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { createBoardSession, SessionProvider } from '@/components/board/session'
import { useBoardConnection, useConnectionState } from '@/components/board/useBoardConnection'
import { Button, buttonClass } from '@/components/ui/button'
import { Choice } from '@/components/ui/Choice'
import type { Locale } from '@/lib/dates/types'
import type { PaperChoice } from '@/lib/timeline/sheetFrame'
import type { BoardConnection } from '@/lib/sync/client/connection'
import { PrintSheet } from './PrintSheet'

/** What only paper needs: the sheet, and nothing but the drawing on it. Its margins are in the drawing. */
const onPaper = ({
  paper,
  orientation,
}: PaperChoice) => `@page { size: ${paper.toUpperCase()} ${orientation}; margin: 0 }
@media print { html, body { background: #fff } [data-screen-only] { display: none !important } }`

/** The timeline on sheets of the paper that was chosen, and the button that prints them. */
export function PrintTimeline(props: { boardId: string; me: { id: string; name: string }; locale: Locale }) {
  const { boardId, me, locale } = props
  const t = useTranslations('print')
  const te = useTranslations('export')
  const [printedOn] = useState(Date.now)
  const [choice, setChoice] = useState<PaperChoice>({ paper: 'a3', orientation: 'landscape' })
  const connection = useBoardConnection(boardId, null)
  const { status, generation } = useConnectionState(connection)
  const ready = connection !== null && status.synced

  return (
    <div className="mx-auto flex w-full max-w-[1600px] flex-1 flex-col gap-4 p-4 sm:p-6 print:max-w-none print:p-0">
      <style>{onPaper(choice)}</style>
      <div data-screen-only className="flex flex-wrap items-center gap-3">
        <p className="max-w-prose text-ink-soft">{t('text')}</p>
        <Choice
          quiet
          label={te('paper')}
          value={choice.paper}
          onChange={(paper) => setChoice({ ...choice, paper })}
          options={(['a4', 'a3'] as const).map((value) => ({ value, label: te(`papers.${value}`) }))}
        />
        <Choice
          quiet
          label={te('orientation')}
          value={choice.orientation}
          onChange={(orientation) => setChoice({ ...choice, orientation })}
          options={(['landscape', 'portrait'] as const).map((value) => ({
            value,
            label: te(`orientations.${value}`),
          }))}
        />
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
      <article aria-label={t('title')} className="overflow-x-auto print:overflow-visible">
        {ready ? (
          <OpenCase key={generation} connection={connection} me={me} locale={locale}>
            <PrintSheet choice={choice} printedOn={printedOn} />
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
