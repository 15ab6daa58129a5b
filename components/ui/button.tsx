import type { ComponentProps } from 'react'

/** `primary`: the one thing to do here; `quiet`: everything else; `plain`: inside lists; `danger`: removes. */
export type ButtonLook = 'primary' | 'quiet' | 'plain' | 'danger'

const BASE =
  'inline-flex min-h-target items-center justify-center gap-2 rounded-card px-4 py-2 text-m font-semibold leading-tight ' +
  'transition-colors disabled:opacity-60 aria-disabled:opacity-60'

const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-accent text-white enabled:hover:bg-accent-strong [a&]:hover:bg-accent-strong',
  quiet: 'border border-line bg-surface text-ink hover:border-edge hover:bg-paper',
  plain: 'px-2 text-accent hover:bg-accent-soft',
  danger: 'border border-line bg-surface text-danger hover:border-danger hover:bg-danger-soft',
}

/** The classes of a button, for links that look like one. */
export function buttonClass(look: ButtonLook = 'quiet', more = ''): string {
  return `${BASE} ${LOOKS[look]} ${more}`
}

export function Button({
  look = 'quiet',
  className,
  ...props
}: ComponentProps<'button'> & { look?: ButtonLook }) {
  return <button type="button" {...props} className={buttonClass(look, className)} />
}
