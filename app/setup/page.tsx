import Link from 'next/link'
import { PageShell } from '@/app/PageShell'
import { translator } from '@/app/i18n'
import { SetupForm } from '@/components/pages/SetupForm'
import { Sheet } from '@/components/pages/Sheet'
import { buttonClass } from '@/components/ui/button'
import { services } from '@/server/services'

export async function generateMetadata() {
  return { title: (await translator('signin.setup'))('title') }
}

export default async function SetupPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [{ token }, needed, t, ts] = await Promise.all([
    searchParams,
    services().accounts.needsFirst(),
    translator('signin.setup'),
    translator('signin'),
  ])
  if (!needed)
    return (
      <PageShell>
        <Sheet title={t('doneTitle')}>
          <p>{t('doneText')}</p>
          <Link href="/signin" className={buttonClass('primary')}>
            {ts('submit')}
          </Link>
        </Sheet>
      </PageShell>
    )
  if (typeof token !== 'string')
    return (
      <PageShell>
        <Sheet title={t('noTokenTitle')}>
          <p>{t('noTokenText')}</p>
        </Sheet>
      </PageShell>
    )
  return (
    <PageShell>
      <Sheet title={t('title')}>
        <p className="text-ink-soft">{t('intro')}</p>
        <SetupForm token={token} />
      </Sheet>
    </PageShell>
  )
}
