import { redirect } from 'next/navigation'
import { clientAddress, orProblem } from '@/app/http'
import { translator } from '@/app/i18n'
import { LinkProblem } from '@/app/LinkProblem'
import { PageShell } from '@/app/PageShell'
import { currentPrincipal, keepsFor } from '@/app/session'
import { JoinForm } from '@/components/pages/JoinForm'
import { Sheet } from '@/components/pages/Sheet'
import { strong } from '@/components/ui/strong'
import { services } from '@/server/services'

export async function generateMetadata() {
  return { title: (await translator('join'))('title') }
}

/** Shows what the link is for; programs that fetch links in messages use nothing up by it. */
export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const invited = await orProblem(services().invites.peek(token, await clientAddress()))
  const principal = await currentPrincipal()
  if ('problem' in invited) {
    // The link brought them in once; now that it is used up, it still is the way that they know.
    const board = principal && (await services().invites.boardOfMember(token, principal))
    if (board) redirect(`/boards/${board}`)
    return <LinkProblem problem={invited.problem} />
  }
  const [t, tc] = await Promise.all([translator('join'), translator('common')])
  return (
    <PageShell>
      <Sheet lead={t('invited')} title={invited.boardTitle}>
        <div>
          <p>{t.rich('asRole', { role: tc(`role.${invited.role}`), b: strong })}</p>
          <p className="text-ink-soft">{tc(`roleMeaning.${invited.role}`)}</p>
        </div>
        <JoinForm token={token} known={principal?.name ?? null} keepsFor={keepsFor(principal)} />
      </Sheet>
    </PageShell>
  )
}
