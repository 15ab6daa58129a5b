'use client'

interface Props<T extends string> {
  label: string
  options: readonly { value: T; label: string }[]
  value: T
  /** As high as what stands beside it at the foot of a canvas. */
  small?: boolean
  onChange: (value: T) => void
}

/** Two or three ways to see the same, side by side. */
export function Switch<T extends string>({ label, options, value, small = false, onChange }: Props<T>) {
  return (
    <div
      role="group"
      aria-label={label}
      className={`self-start rounded-lg bg-unknown-soft p-0.5 ${
        // On a telephone four are no row: their words would break.
        options.length > 3 ? 'grid grid-cols-2 max-sm:self-stretch sm:flex' : 'flex'
      }`}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={value === option.value}
          className={`rounded-md text-m font-bold ${small ? 'min-h-9 px-3' : 'min-h-10 px-4 max-[420px]:px-2'} ${
            value === option.value ? 'bg-surface text-ink shadow-card' : 'text-ink-soft'
          }`}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
