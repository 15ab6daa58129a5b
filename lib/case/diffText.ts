import type * as Y from 'yjs'

/**
 * Makes a shared text read `next` by replacing only what lies between the common beginning and the common end,
 * so that what others type elsewhere in it at the same time stays. Call it inside a transaction.
 * False when nothing had to change.
 */
export function applyTextDiff(text: Y.Text, next: string): boolean {
  const before = text.toJSON()
  const after = wellFormed(next)
  if (before === after) return false
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const removed = before.length - end - start
  const inserted = after.slice(start, after.length - end)
  if (inserted) text.insert(start, inserted)
  if (removed > 0) text.delete(start + inserted.length, removed)
  return true
}

/** At most `max` UTF-16 units of a text, never half a character; halves that were there already are replaced. */
export function clip(text: string, max: number): string {
  const whole = wellFormed(text)
  if (whole.length <= max) return whole
  return whole.slice(0, isHighSurrogate(whole, max - 1) ? max - 1 : max)
}

/** Half a surrogate pair would reach others as another character than its writer sees. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** Length of the common beginning, not ending between the halves of a character. */
function commonStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length)
  let n = 0
  while (n < limit && a[n] === b[n]) n++
  return n > 0 && isHighSurrogate(a, n - 1) ? n - 1 : n
}

/** Length of the common end after `start`, not beginning between the halves of a character. */
function commonEnd(a: string, b: string, start: number): number {
  const limit = Math.min(a.length, b.length) - start
  let n = 0
  while (n < limit && a[a.length - 1 - n] === b[b.length - 1 - n]) n++
  return n > 0 && isLowSurrogate(a, a.length - n) ? n - 1 : n
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff
}
