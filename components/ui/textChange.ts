import type * as Y from 'yjs'

export type Delta = Y.YTextEvent['delta']

/** One replacement in a text: what lies between the common beginning and the common end. */
export interface TextChange {
  at: number
  removed: number
  inserted: string
}

/** How `after` came from `before`, as one replacement; null when they are equal. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null
  const limit = Math.min(before.length, after.length)
  let start = 0
  while (start < limit && before[start] === after[start]) start++
  let end = 0
  while (end < limit - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return { at: start, removed: before.length - end - start, inserted: after.slice(start, after.length - end) }
}

/** Where a position in a text is after others changed the text; what they insert right there comes after it. */
export function movedBy(position: number, delta: Delta): number {
  let index = 0
  let moved = position
  for (const { retain, insert, delete: removed } of delta) {
    if (index >= moved) break
    if (retain) index += retain
    else if (typeof insert === 'string') {
      moved += insert.length
      index += insert.length
    } else if (removed) moved -= Math.min(removed, moved - index)
  }
  return moved
}
