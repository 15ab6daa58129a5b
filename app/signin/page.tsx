import { redirect } from 'next/navigation'
import { PageShell } from '@/app/PageShell'
import { currentPrincipal } from '@/app/session'
import { translator } from '@/app/i18n'
import { Sheet } from '@/components/pages/Sheet'
import { SignInForm } from '@/components/pages/SignInForm'
import { returnPath } from '@/lib/access/returnPath'
import { services } from '@/server/services'

export async function generateMetadata() {
  return { title: (await translator('signin'))('title') }
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { callbackUrl } = await searchParams
  const next = returnPath(typeof callbackUrl === 'string' ? callbackUrl : null)
  const [principal, none, t] = await Promise.all([
    currentPrincipal(),
    services().accounts.needsFirst(),
    translator('signin'),
  ])
  if (principal?.kind === 'account') redirect(next)
  return (
    <PageShell>
      <Sheet title={t('title')}>
        {none ? <p>{t('noneYet')}</p> : <p className="text-ink-soft">{t('intro')}</p>}
        <SignInForm next={next} />
        <p className="border-t border-line pt-4 text-s text-ink-soft">{t('noAccount')}</p>
      </Sheet>
    </PageShell>
  )
}
