import { clientAddress, orProblem } from '@/app/http'
import { translator } from '@/app/i18n'
import { LinkProblem } from '@/app/LinkProblem'
import { PageShell } from '@/app/PageShell'
import { ReturnForm } from '@/components/pages/ReturnForm'
import { Sheet } from '@/components/pages/Sheet'
import { services } from '@/server/services'

/** Asks whether it is them; only their yes signs this device in. */
export default async function ReturnPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const returning = await orProblem(services().invites.returning(code, await clientAddress()))
  if ('problem' in returning) return <LinkProblem problem={returning.problem} />
  const t = await translator('join.return')
  return (
    <PageShell>
      <Sheet title={t('title', { name: returning.name })}>
        <p>{t('text')}</p>
        <ReturnForm code={code} />
      </Sheet>
    </PageShell>
  )
}
