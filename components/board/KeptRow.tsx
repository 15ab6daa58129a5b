'use client'
import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { useTranslations } from 'use-intl'
import { isFocusLost } from '@/components/ui/usePanel'

/** Rows of lists that stand for a record: a button that carries the record as `data-row` and its name as `data-name`. */
const ROWS = '[data-row][data-name]'

const rowsIn = (place: HTMLElement) => [...place.querySelectorAll<HTMLElement>(ROWS)]
const isReachable = (row: HTMLElement) => row.closest('[inert]') === null

/** Who still stands of those around a row that is gone: the next one, else the one before; null when all are gone. */
export function neighbourOf(
  before: readonly string[],
  gone: string,
  now: ReadonlySet<string>,
): string | null {
  const at = before.indexOf(gone)
  const around = [...before.slice(at + 1), ...before.slice(0, Math.max(0, at)).toReversed()]
  return around.find((row) => now.has(row)) ?? null
}

/**
 * Keeps the keyboard where it is while others change the lists in `place`. When the row that has the focus is drawn anew
 * elsewhere it keeps the focus; when it is taken away, the focus goes to its neighbour, and that is said. Who has gone
 * elsewhere meanwhile is left there.
 */
export function KeptRow({ place }: { place: RefObject<HTMLElement | null> }) {
  const t = useTranslations('board.kept')
  const [said, setSaid] = useState('')
  useEffect(() => {
    const element = place.current
    if (!element) return
    let focused: HTMLElement | null = null
    let order: string[] = []
    /** The panel that the row stands in, or all of the lists. */
    let scope: Element = element
    const letGo = () => {
      focused = null
      watcher.disconnect()
    }
    const hold = (row: HTMLElement) => {
      focused = row
      if (row.isConnected) scope = row.closest('.rt-panel') ?? element
      order = rowsIn(element).map(({ dataset }) => dataset['row'] ?? '')
    }
    const look = () => {
      const lost = focused
      if (!lost) return
      // What opened in place of a whole panel sees to the keyboard itself.
      if (!scope.isConnected) return letGo()
      if (!isFocusLost()) return hold(lost)
      const rows = new Map(
        rowsIn(element)
          .filter(isReachable)
          .map((row) => [row.dataset['row'] ?? '', row]),
      )
      const own = lost.dataset['row'] ?? ''
      const next = rows.has(own) ? own : neighbourOf(order, own, new Set(rows.keys()))
      const row = next === null ? null : (rows.get(next) ?? null)
      letGo()
      // What holds the lists can have the focus itself: better than nowhere.
      ;(row ?? element).focus()
      const gone = lost.dataset['name'] ?? ''
      if (next === own) return
      setSaid(row ? t('gone', { gone, name: row.dataset['name'] ?? '' }) : t('last', { gone }))
    }
    // Watched only while a row has the focus: a canvas changes its page with every step.
    const watcher = new MutationObserver(look)
    const onFocus = ({ target }: FocusEvent) => {
      letGo()
      if (!(target instanceof HTMLElement) || !target.matches(ROWS) || !element.contains(target)) return
      hold(target)
      watcher.observe(element, { childList: true, subtree: true })
    }
    // Who clicks beside everything has let go of it themselves.
    const onPress = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || !focused?.contains(target)) letGo()
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPress, true)
    return () => {
      letGo()
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPress, true)
    }
  }, [place, t])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
