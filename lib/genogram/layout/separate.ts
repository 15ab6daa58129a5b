/** Something that stands in a row: where it would like to be, and how much that counts. */
export interface Wish {
  x: number
  weight: number
}

/**
 * Places in order from left to right, with at least `gaps[i]` between place i and i + 1, such that the sum of
 * weight × (place − wish)² is as small as can be. Exact: blocks of things that touch are joined as long as they press on
 * each other (pool adjacent violators; Best and Chakravarti 1990). `gaps` has one number less than `wishes`.
 */
export function separate(wishes: readonly Wish[], gaps: readonly number[]): number[] {
  const blocks: { x: number; weight: number; size: number }[] = []
  const offsets: number[] = []
  let offset = 0
  wishes.forEach((wish, i) => {
    if (i > 0) offset += gaps[i - 1] ?? 0
    offsets.push(offset)
    let block = { x: wish.x - offset, weight: wish.weight, size: 1 }
    for (let last = blocks.at(-1); last && last.x > block.x; last = blocks.at(-1)) {
      blocks.pop()
      const weight = last.weight + block.weight
      block = {
        x: (last.x * last.weight + block.x * block.weight) / weight,
        weight,
        size: last.size + block.size,
      }
    }
    blocks.push(block)
  })
  return blocks
    .flatMap((block) => Array.from({ length: block.size }, () => block.x))
    .map((x, i) => x + (offsets[i] ?? 0))
}
