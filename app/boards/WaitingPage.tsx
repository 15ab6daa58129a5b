import { translator } from '@/app/i18n'
import { PageShell } from '@/app/PageShell'
import { Lobby } from '@/components/pages/Lobby'
import { Sheet } from '@/components/pages/Sheet'

/** The lobby of a board that is not open yet. */
export async function WaitingPage({ title }: { title: string }) {
  const t = await translator('join')
  return (
    <PageShell>
      <Sheet lead={title} title={t('waitingTitle')}>
        <p>{t('waitingText')}</p>
        <Lobby />
      </Sheet>
    </PageShell>
  )
}
