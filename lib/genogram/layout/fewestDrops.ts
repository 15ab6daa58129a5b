/** Work that the exact search may cost before the quick one takes over, in tests of a set. */
const MOST_TESTS = 1500

/**
 * The smallest set of `items` without which `fits` is true; of equally small ones that which drops the latest.
 * `fits` must hold for no items, and stay true when items are taken away. Where the search would be too long (many
 * contradictions at once), items are kept one after the other as long as they fit: then nothing that is dropped could
 * be put back.
 */
export function fewestDrops<T>(items: readonly T[], fits: (kept: readonly T[]) => boolean): T[] {
  let tests = 0
  const tired = () => tests >= MOST_TESTS
  const choose = (from: number, left: number, dropped: ReadonlySet<number>): T[] | null => {
    if (left === 0) {
      tests++
      return fits(items.filter((_, i) => !dropped.has(i))) ? items.filter((_, i) => dropped.has(i)) : null
    }
    for (let i = from; i >= left - 1 && !tired(); i--) {
      const found = choose(i - 1, left - 1, new Set([...dropped, i]))
      if (found) return found
    }
    return null
  }
  for (let size = 0; size <= items.length && !tired(); size++) {
    const found = choose(items.length - 1, size, new Set())
    if (found) return found
  }
  const kept: T[] = []
  const dropped: T[] = []
  for (const item of items) {
    if (fits([...kept, item])) kept.push(item)
    else dropped.push(item)
  }
  return dropped
}
