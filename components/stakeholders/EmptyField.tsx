'use client'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { PRIMARY } from '@/components/ui/classes'
import { AddStakes } from './AddStakes'

/** What the field is for, and one button. */
export function EmptyField() {
  const t = useTranslations('stakeholders.empty')
  const { canWrite } = useSession()
  return (
    <div className="pointer-events-none absolute inset-x-0 top-[14%] flex justify-center px-4">
      <div className="pointer-events-auto w-full max-w-sm rounded-card border border-line bg-surface p-6 shadow-card">
        {canWrite ? (
          <>
            <h2 className="text-l">{t('title')}</h2>
            <p className="mt-1 mb-4 text-m text-ink-soft">{t('text')}</p>
            <AddStakes className={PRIMARY} />
          </>
        ) : (
          <p className="text-m text-ink-soft">{t('read')}</p>
        )}
      </div>
    </div>
  )
}
