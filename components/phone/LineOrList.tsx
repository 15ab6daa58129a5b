'use client'
import { useTranslations } from 'use-intl'
import { Switch } from '@/components/ui/Switch'
import { SHOWN_AS, type ShownAs } from './useShownAs'

/** Three ways to see the same moments without a canvas. */
export function LineOrList({ as, onAs }: { as: ShownAs; onAs: (as: ShownAs) => void }) {
  const t = useTranslations('phone')
  const options = SHOWN_AS.map((value) => ({ value, label: t(value) }))
  return <Switch label={t('as')} options={options} value={as} onChange={onAs} />
}
