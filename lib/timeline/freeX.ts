import type { Box } from './view'

/**
 * The first place from the left, at or after `wanted.x`, where a box of that size touches none of `obstacles` and
 * ends before `right`; `clear` is the room kept beside them. Null when there is none.
 */
export function freeX(wanted: Box, obstacles: readonly Box[], right: number, clear: number): number | null {
  const inRow = obstacles
    .filter(({ y, h }) => y < wanted.y + wanted.h + clear && y + h > wanted.y - clear)
    .sort((a, b) => a.x - b.x)
  let x = wanted.x
  for (const one of inRow) {
    if (one.x < x + wanted.w + clear && one.x + one.w + clear > x) x = one.x + one.w + clear
  }
  return x + wanted.w <= right ? x : null
}
