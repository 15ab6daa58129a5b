import { redirect } from 'next/navigation'
import { BoardCard } from '@/components/pages/BoardCard'
import { NewBoardButtons } from '@/components/pages/NewBoardButtons'
import { RoadArt } from '@/components/pages/RoadArt'
import { when } from '@/lib/i18n/when'
import { services } from '@/server/services'
import { locale, timeZone, translator } from './i18n'
import { PageShell } from './PageShell'
import { currentPrincipal } from './session'

export async function generateMetadata() {
  // The template of the layout does not reach the page beside it.
  return { title: { absolute: `${(await translator('boards'))('title')} · Rotonde` } }
}

export default async function BoardsPage() {
  const principal = await currentPrincipal()
  if (!principal) redirect('/signin')
  const [boards, language, t, tc] = await Promise.all([
    services().boards.list(principal),
    locale(),
    translator('boards'),
    translator('common'),
  ])
  const mayMake = principal.kind === 'account'
  if (boards.length === 0)
    return (
      <PageShell>
        <div className="relative isolate flex flex-1 flex-col items-center px-4 pb-48 pt-16 text-center sm:pt-28">
          <RoadArt />
          <h1 className="text-2xl">{t('emptyTitle')}</h1>
          <p className="mb-6 mt-3 max-w-md text-l text-ink-soft">
            {t(mayMake ? 'emptyText' : 'emptyInvited')}
          </p>
          {mayMake && <NewBoardButtons />}
        </div>
      </PageShell>
    )

  const nowMs = Date.now()
  const said = (atMs: number) => {
    const at = when(atMs, nowMs, language, timeZone())
    return at.day === 'other' ? at.text : tc(at.day, { time: at.time })
  }
  return (
    <PageShell>
      <div className="relative isolate flex-1 pb-44">
        <RoadArt />
        <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 sm:py-12">
          <div className="mb-6 flex flex-wrap items-center justify-between gap-4 sm:mb-8">
            <h1 className="text-2xl">{t('title')}</h1>
            {mayMake && <NewBoardButtons />}
          </div>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {boards.map(({ id, title, question, role, state, changedAt }) => (
              <li key={id} className="flex">
                <BoardCard
                  id={id}
                  title={title}
                  question={question}
                  role={role}
                  draft={state === 'draft'}
                  changed={said(changedAt)}
                />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </PageShell>
  )
}
