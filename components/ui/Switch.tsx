'use client'

interface Props<T extends string> {
  label: string
  options: readonly { value: T; label: string }[]
  value: T
  onChange: (value: T) => void
}

/** Two or three ways to see the same, side by side. */
export function Switch<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <div role="group" aria-label={label} className="flex self-start rounded-lg bg-unknown-soft p-0.5">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={value === option.value}
          className={`min-h-10 rounded-md px-4 text-m font-bold ${
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
