'use client'
import { useTranslations } from 'use-intl'
import { PRIMARY } from '@/components/ui/classes'

/** What to do first, and one button. */
export function EmptyTimeline({ canWrite, onAdd }: { canWrite: boolean; onAdd: () => void }) {
  const t = useTranslations('timeline')
  return (
    <div className="pointer-events-none absolute inset-x-0 top-[12%] flex justify-center px-4">
      <div className="pointer-events-auto max-w-sm rounded-card border border-line bg-surface p-6 text-center shadow-card">
        {canWrite ? (
          <>
            <h2 className="text-l">{t('empty.title')}</h2>
            <p className="mt-1 mb-4 text-m text-ink-soft">{t('empty.text')}</p>
            <button type="button" className={PRIMARY} onClick={onAdd}>
              {t('empty.add')}
            </button>
          </>
        ) : (
          <p className="text-m text-ink-soft">{t('emptyRead')}</p>
        )}
      </div>
    </div>
  )
}
