import { labelBox } from '../boxes'
import type { PlacedPerson, PlacedUnion } from '../types'

/** One parent's union, its line to the children beginning below the words of the parent, so that no name is crossed. */
export function belowWords(union: PlacedUnion, people: ReadonlyMap<string, PlacedPerson>): PlacedUnion {
  const { line, drop, barY } = union
  const parent = people.get(union.partners[0] ?? '')
  const box = parent && labelBox(parent)
  if (line || !drop || barY === null || !box) return union
  const crossed = drop.x > box.x && drop.x < box.x + box.w && drop.y < box.y + box.h && barY > box.y
  return crossed ? { ...union, drop: { x: drop.x, y: Math.min(barY, box.y + box.h + 3) } } : union
}
