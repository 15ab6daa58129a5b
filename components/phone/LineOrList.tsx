'use client'
import { useTranslations } from 'use-intl'
import type { ShownAs } from './useShownAs'

/** Two ways to see the same moments on a narrow screen. */
export function LineOrList({ as, onAs }: { as: ShownAs; onAs: (as: ShownAs) => void }) {
  const t = useTranslations('phone')
  return (
    <div role="group" aria-label={t('as')} className="flex rounded-lg bg-unknown-soft p-0.5">
      {(['line', 'list'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={as === one}
          className={`min-h-10 rounded-md px-4 text-m font-bold ${
            as === one ? 'bg-surface text-ink shadow-card' : 'text-ink-soft'
          }`}
          onClick={() => onAs(one)}
        >
          {t(one)}
        </button>
      ))}
    </div>
  )
}
