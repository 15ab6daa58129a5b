'use client'
import { useTranslations } from 'use-intl'
import { Switch } from '@/components/ui/Switch'
import type { ShownAs } from './useShownAs'

/** Two ways to see the same moments on a narrow screen. */
export function LineOrList({ as, onAs }: { as: ShownAs; onAs: (as: ShownAs) => void }) {
  const t = useTranslations('phone')
  const options = (['line', 'list'] as const).map((value) => ({ value, label: t(value) }))
  return <Switch label={t('as')} options={options} value={as} onChange={onAs} />
}
