import type * as Y from 'yjs'
import { withAnchors } from '@/lib/case/anchors'
import { caseMap, readCase, RECORD_MAPS } from '@/lib/case/doc'
import type { Case } from '@/lib/case/schema'

/**
 * The case as plain data, with dates that hang on something else as they follow from it now (`withAnchors`). It is
 * read again after changes: at most once per frame, however many edits arrive, and
 * also while the tab is hidden (where no frames come).
 */
export class CaseFeed {
  #current: Case
  #stale = false
  readonly #listeners = new Set<() => void>()
  readonly #stops: (() => void)[] = []
  #cancel: (() => void) | null = null

  constructor(private readonly doc: Y.Doc) {
    this.#current = withAnchors(readCase(doc))
    for (const name of RECORD_MAPS) {
      const map = caseMap(doc, name)
      const onChange = () => this.#changed()
      map.observeDeep(onChange)
      this.#stops.push(() => map.unobserveDeep(onChange))
    }
  }

  /** The same object until something changes. */
  get = (): Case => this.#current

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Reads at once what is due: after a command of our own the screen must not lag behind the hand. */
  flush(): void {
    this.#cancel?.()
    this.#cancel = null
    if (!this.#stale) return
    this.#stale = false
    this.#current = withAnchors(readCase(this.doc))
    for (const listener of this.#listeners) listener()
  }

  destroy(): void {
    this.#cancel?.()
    this.#listeners.clear()
    for (const stop of this.#stops.splice(0)) stop()
  }

  #changed(): void {
    this.#stale = true
    this.#cancel ??= nextFrame(() => this.flush())
  }
}

const HIDDEN_INTERVAL_MS = 250

function nextFrame(job: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(job, HIDDEN_INTERVAL_MS)
    return () => clearTimeout(timer)
  }
  const frame = requestAnimationFrame(job)
  // A frame that was asked for in a tab that is then hidden never comes.
  const timer = setTimeout(job, HIDDEN_INTERVAL_MS)
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
