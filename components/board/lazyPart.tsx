'use client'
import { lazy, useState } from 'react'
import type { ComponentType } from 'react'

/** A component whose script is fetched apart from the page's. */
export interface LazyPart<Props extends object> {
  /** Fetches it, once. */
  fetch: () => Promise<ComponentType<Props>>
  /** Suspends until it is there; what has been fetched before is shown at once. */
  View: ComponentType<Props>
}

/**
 * As `lazy`, but what is there already is rendered in the same go. `lazy` always suspends the first time, and React
 * then shows the empty state for at least 0.3 s before it looks again (its `FALLBACK_THROTTLE_MS`).
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let ready: ComponentType<Props> | null = null
  let fetched: Promise<ComponentType<Props>> | null = null
  const fetch = () =>
    (fetched ??= load().then(
      (component) => (ready = component),
      (error: unknown) => {
        // The line may be back the next time.
        fetched = null
        throw error
      },
    ))
  const Later = lazy(async () => ({ default: await fetch() }))
  return {
    fetch,
    View: function Part(props: Props) {
      // As it was when it came: another component in its place would lose what it holds.
      const [Component] = useState<ComponentType<Props>>(() => ready ?? Later)
      return <Component {...props} />
    },
  }
}
