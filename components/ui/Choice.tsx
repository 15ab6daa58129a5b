'use client'
import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'

export interface Option<T extends string> {
  value: T
  label: string
  icon?: ReactNode
}

interface Props<T extends string> {
  label: string
  /** Hides the label for the eye when the place makes it clear. */
  quiet?: boolean
  options: readonly Option<T>[]
  value: T | null
  disabled?: boolean
  columns?: 1 | 2
  /** Small and in a row instead of cards. */
  small?: boolean
  onChange: (value: T) => void
}

/** One of several, each with its word and, where there is one, its shape. */
export function Choice<T extends string>(props: Props<T>) {
  const {
    label,
    quiet = false,
    options,
    value,
    disabled = false,
    columns = 2,
    small = false,
    onChange,
  } = props
  const layout = small
    ? 'flex flex-wrap gap-1.5'
    : `grid gap-1.5 ${columns === 2 ? 'grid-cols-2' : 'grid-cols-1'}`
  const look = small ? 'min-h-8 rounded-full px-3 text-s' : 'min-h-10 rounded-lg px-3 py-1.5 text-m'
  return (
    <div>
      <p className={quiet ? 'sr-only' : 'mb-1 text-m font-bold'} aria-hidden="true">
        {label}
      </p>
      <RadioGroup.Root
        aria-label={label}
        className={layout}
        value={value ?? ''}
        disabled={disabled}
        onValueChange={(next) => onChange(next as T)}
      >
        {options.map((option) => (
          <RadioGroup.Item
            key={option.value}
            value={option.value}
            className={`flex items-center gap-2 border border-line bg-surface text-left leading-tight text-ink hover:border-edge data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:font-bold data-[state=checked]:text-accent-strong ${look}`}
          >
            {option.icon}
            {option.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
