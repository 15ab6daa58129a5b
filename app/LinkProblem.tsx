import { Sheet } from '@/components/pages/Sheet'
import type { ProblemCode } from '@/lib/access/problem'
import { translator } from './i18n'
import { PageShell } from './PageShell'

/** A link that does not work, and what to do about it. */
export async function LinkProblem({ problem }: { problem: ProblemCode }) {
  const t = await translator('join')
  const kind = problem === 'gone' ? 'gone' : problem === 'too-many' ? 'busy' : 'unknown'
  return (
    <PageShell>
      <Sheet title={t(`${kind}Title`)}>
        <p>{t(`${kind}Text`)}</p>
      </Sheet>
    </PageShell>
  )
}
