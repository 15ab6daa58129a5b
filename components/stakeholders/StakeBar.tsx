'use client'
import { List } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { useRoom } from '@/components/board/useRoom'
import { BarLegend } from '@/components/canvas/BarLegend'
import { BAR_BUTTON, BarPopover } from '@/components/canvas/BarPopover'
import { Switch } from '@/components/ui/Switch'
import type { LegendEntry } from '@/lib/genogram/drawLegend'
import { STAKE_FORMS } from '@/lib/stakeholders/types'
import type { StakeForm } from '@/lib/stakeholders/types'
import { AddStakes } from './AddStakes'
import { RoundsButton } from './rounds/RoundsButton'
import type { Rounds } from './rounds/useRounds'

interface Props {
  form: StakeForm
  onForm: (form: StakeForm) => void
  legend: readonly LegendEntry[]
  rounds: Rounds
}

/** At the foot of the field: in which form it is shown, what its signs mean, and who else takes part. */
export function StakeBar({ form, onForm, legend, rounds }: Props) {
  const t = useTranslations('stakeholders')
  const { canWrite } = useSession()
  return (
    <>
      <Forms form={form} onForm={onForm} />
      <BarPopover name={t('legend')} icon={<List size={16} aria-hidden="true" />}>
        <BarLegend entries={legend} label={t('signs')} none={t('noLegend')} />
      </BarPopover>
      <RoundsButton rounds={rounds} className={BAR_BUTTON} words="rt-roomy @max-[1060px]/foot:hidden" />
      {/* A second row would stand on the field. */}
      {canWrite && <AddStakes className={BAR_BUTTON} words="rt-roomy @max-[1060px]/foot:hidden" />}
    </>
  )
}

/** The three forms side by side; beside a video call in one field. */
function Forms({ form, onForm }: Pick<Props, 'form' | 'onForm'>) {
  const t = useTranslations('stakeholders.forms')
  const options = STAKE_FORMS.map((value) => ({ value, label: t(value) }))
  if (useRoom() === 'roomy')
    return (
      <div className="pointer-events-auto rounded-card border border-line bg-unknown-soft shadow-card">
        <Switch small label={t('label')} options={options} value={form} onChange={onForm} />
      </div>
    )
  return (
    <select
      aria-label={t('label')}
      className={BAR_BUTTON}
      value={form}
      onChange={({ target }) => onForm(target.value as StakeForm)}
    >
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
