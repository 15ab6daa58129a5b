'use client'

import { useId, type ComponentProps, type ReactNode } from 'react'

const BOX =
  'w-full rounded-card border border-edge bg-surface px-3 py-2 text-[16px] leading-normal text-ink ' +
  'placeholder:text-ink-soft focus-visible:outline-offset-0'

/** A label with a hint above what is filled in; hint and label are read out with it. */
function Labelled({
  label,
  hint,
  note,
  children,
}: {
  label: string
  hint?: string | undefined
  note?: string | undefined
  children: (ids: { id: string; 'aria-describedby': string | undefined }) => ReactNode
}) {
  const id = useId()
  const hintId = hint ? `${id}-hint` : undefined
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
        {note && <span className="ml-2 text-s font-normal text-ink-soft">{note}</span>}
      </label>
      {hint && (
        <p id={hintId} className="text-s text-ink-soft">
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': hintId })}
    </div>
  )
}

interface Words {
  label: string
  hint?: string
  /** Behind the label, as "hoeft niet". */
  note?: string
}

export function TextField({ label, hint, note, className, ...props }: ComponentProps<'input'> & Words) {
  return (
    <Labelled label={label} hint={hint} note={note}>
      {(ids) => (
        <input type="text" {...ids} {...props} className={`${BOX} min-h-target ${className ?? ''}`} />
      )}
    </Labelled>
  )
}

export function TextArea({ label, hint, note, ...props }: ComponentProps<'textarea'> & Words) {
  return (
    <Labelled label={label} hint={hint} note={note}>
      {(ids) => <textarea rows={3} {...ids} {...props} className={`${BOX} resize-y`} />}
    </Labelled>
  )
}

export interface Choice<Value extends string> {
  value: Value
  label: string
  meaning?: string
}

/** One of a few, each with its meaning beside it: nothing hides behind a menu. */
export function Choices<Value extends string>({
  legend,
  note,
  name,
  choices,
  value,
  onChange,
  columns = false,
}: {
  legend: string
  note?: string
  name: string
  choices: readonly Choice<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  /** Short labels stand side by side where there is room. */
  columns?: boolean
}) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold">
        {legend}
        {note && <span className="ml-2 text-s font-normal text-ink-soft">{note}</span>}
      </legend>
      <div className={columns ? 'grid gap-2 sm:auto-cols-fr sm:grid-flow-col' : 'grid gap-2'}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={
              'flex min-h-target cursor-pointer items-start gap-3 rounded-card border border-edge bg-surface px-3 py-2 ' +
              'hover:bg-paper has-checked:border-accent has-checked:bg-accent-soft ' +
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent'
            }
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
              className="mt-1 size-4 shrink-0 accent-accent outline-none"
            />
            <span>
              <span className="inline-block font-semibold first-letter:uppercase">{choice.label}</span>
              {choice.meaning && <span className="block text-s text-ink-soft">{choice.meaning}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What went wrong, said at once by screen readers; always there, so that the first message is read too. */
export function FormError({ message }: { message: string | null }) {
  return (
    <div role="alert" className="empty:absolute">
      {message && (
        <p className="rounded-card border border-danger bg-danger-soft px-3 py-2 text-danger">{message}</p>
      )}
    </div>
  )
}
