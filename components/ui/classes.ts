/** Looks that several components share, as class names. */

export const BUTTON =
  'inline-flex min-h-10 shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-lg border border-edge bg-surface px-4 text-m font-bold text-ink hover:bg-paper disabled:opacity-50'
export const PRIMARY =
  'inline-flex min-h-10 shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-lg bg-accent px-4 text-m font-bold text-white hover:bg-accent-strong disabled:opacity-50'
export const QUIET =
  'inline-flex min-h-10 shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-lg px-3 text-m font-bold text-ink-soft hover:bg-accent-soft hover:text-ink'
export const FIELD =
  'w-full rounded-lg border border-edge bg-surface px-3 py-2 text-m text-ink placeholder:text-ink-soft'
export const LABEL = 'text-m font-bold text-ink'
