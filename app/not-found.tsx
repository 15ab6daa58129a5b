import Link from 'next/link'
import { Sheet } from '@/components/pages/Sheet'
import { buttonClass } from '@/components/ui/button'
import { translator } from './i18n'
import { PageShell } from './PageShell'

export default async function NotFound() {
  const [t, tc] = await Promise.all([translator('errors'), translator('common')])
  return (
    <PageShell>
      <title>{t('notFoundTitle')}</title>
      <Sheet title={t('notFoundTitle')}>
        <p>{t('notFoundText')}</p>
        <Link href="/" className={buttonClass('primary')}>
          {tc('toBoards')}
        </Link>
      </Sheet>
    </PageShell>
  )
}
