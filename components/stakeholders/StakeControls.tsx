'use client'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { StakeAttributes } from '@/lib/stakeholders/types'
import { useStepWords } from './stakeWords'
import { type Attribute, ATTRIBUTES, STEPS, stepOf } from '@/lib/stakeholders/steps'

interface Props {
  stake: StakeAttributes
  /** Of what is asked; all five otherwise. */
  asked?: readonly Attribute[]
  /** What stands for no answer. */
  unknown?: string
  onChange: (change: Partial<StakeAttributes>) => void
}

/** What a place in the field says: questions, each answered in a few steps or not known. */
export function StakeControls({ stake, asked = ATTRIBUTES, unknown, onChange }: Props) {
  const t = useTranslations('stakeholders.card')
  return asked.map((attribute) => (
    <Scale
      key={attribute}
      attribute={attribute}
      value={stake[attribute]}
      unknown={unknown ?? t('unknown')}
      onChange={(value) => onChange({ [attribute]: value })}
    />
  ))
}

interface ScaleProps {
  attribute: Attribute
  value: number | null
  unknown: string
  onChange: (value: number | null) => void
}

/** Steps with words at both ends; what the chosen one means stands behind the question. */
function Scale({ attribute, value, unknown, onChange }: ScaleProps) {
  const t = useTranslations('stakeholders')
  const stepWords = useStepWords()
  const group = useId()
  const step = stepOf(attribute, value)
  const label = t(`ask.${attribute}`)
  return (
    <div>
      <p aria-hidden="true" className="flex flex-wrap items-baseline justify-between gap-x-3 text-m">
        <span className="font-bold">{label}</span>
        <span className="text-ink-soft">{stepWords(attribute, value)}</span>
      </p>
      <div role="radiogroup" aria-label={label} className="mt-1 flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <div className="flex rounded-lg border border-line bg-surface">
            {STEPS[attribute].map((one, i) => (
              <label
                key={one}
                title={stepWords(attribute, one) ?? ''}
                className="grid min-h-10 flex-1 cursor-pointer place-items-center rounded-lg hover:bg-paper"
              >
                <input
                  type="radio"
                  name={group}
                  aria-label={stepWords(attribute, one) ?? ''}
                  className="size-4 cursor-pointer appearance-none rounded-full border-2 border-edge checked:size-5 checked:border-accent checked:bg-accent"
                  checked={step === i}
                  onChange={() => onChange(one)}
                />
              </label>
            ))}
          </div>
          <p aria-hidden="true" className="flex justify-between gap-2 text-s text-ink-soft">
            <span>{t(`ends.${attribute}.least`)}</span>
            <span>{t(`ends.${attribute}.most`)}</span>
          </p>
        </div>
        <label className="relative flex min-h-[42px] max-w-28 cursor-pointer items-center gap-2 rounded-lg border border-line bg-surface px-2.5 text-s leading-tight text-ink-soft hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-checked:font-bold has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
          <input
            type="radio"
            name={group}
            className="sr-only"
            checked={step === null}
            onChange={() => onChange(null)}
          />
          {unknown}
        </label>
      </div>
    </div>
  )
}
