import { BoxIndex, boxesOf, grown, structureOf, type Box } from '../boxes'
import { placeAt, wayOfCubic, type Way } from '../lines/way'
import type { GenogramLayout, PlacedPerson } from '../types'
import { candidate, type Cubic } from './candidate'

/** Heights of the bows that are tried, in this order, to both sides. */
const BOWS = [0, 36, -36, 60, -60, 90, -90, 130, -130, 180, -180]
/** When no even bow is free, the same once more with their tops nearer the one end or the other. */
const LEANS = [0, 0.8, -0.8]
/** How far a line keeps from who it has nothing to do with: its teeth and letters need room too. */
const CLEAR = 9
/** How far a way is looked at from place to place. */
const STEP = 5
/** How long a line may lie upon one of the family's lines before another way is better. */
const RIDE = 24

export interface Obstacles {
  /** Boxes of symbols and words, and whose they are. */
  boxes: BoxIndex<string>
  /** Pieces of the family's own lines. */
  lines: BoxIndex<{ vertical: boolean }>
  /** Other words, which a line crosses only when it must. */
  words: BoxIndex<string>
}

export function obstaclesOf(layout: GenogramLayout, taken: readonly Box[] = []): Obstacles {
  const boxes = new BoxIndex<string>()
  for (const person of layout.people) for (const box of boxesOf(person)) boxes.add(box, person.id)
  const lines = new BoxIndex<{ vertical: boolean }>()
  for (const [a, b] of structureOf(layout)) {
    const box = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      w: Math.abs(a.x - b.x),
      h: Math.abs(a.y - b.y),
    }
    if (box.w < 1 || box.h < 1) lines.add(grown(box, 5), { vertical: box.w < box.h })
  }
  const words = new BoxIndex<string>()
  for (const box of taken) words.add(grown(box, 2), '')
  return { boxes, lines, words }
}

/** One way for each of `count` lines between two. `own` are the ids that a way comes from and goes to. */
export function waysOf(
  one: PlacedPerson,
  other: PlacedPerson,
  count: number,
  obstacles: Obstacles,
  own: ReadonlySet<string> = new Set([one.id, other.id]),
) {
  const lanes = Array.from({ length: count }, (_, i) => i - (count - 1) / 2)
  const tried: Tried[][] = []
  for (const lean of LEANS) {
    for (const bow of BOWS) {
      const ways = lanes.map((lane) => {
        const { cubic, fits } = candidate(one, other, bow, lane, lean)
        const { free, clean } = judge(wayOfCubic(cubic), own, obstacles)
        return { cubic, free: fits && free, clean }
      })
      if (ways.every(({ free, clean }) => free && clean)) return ways
      tried.push(ways)
    }
    // A line that crosses a word, evenly, is better than one that goes round it crookedly.
    const together = tried.find((ways) => ways.every(({ free }) => free))
    if (together) return together
  }
  // No bow is free for all of them: each takes the first that is free for itself.
  return lanes.map((_, i) => tried.find((ways) => ways[i]!.free)?.[i] ?? tried[0]![i]!)
}

interface Tried {
  cubic: Cubic
  free: boolean
  clean: boolean
}

/** Whether a way keeps off everybody, and does not lie along a line of the family. */
function judge(way: Way, own: ReadonlySet<string>, { boxes, lines, words }: Obstacles) {
  let riding = 0
  let crossed = false
  for (let s = 0; s <= way.length + STEP; s += STEP) {
    const at = placeAt(way, Math.min(s, way.length))
    const here: Box = { x: at.x - CLEAR, y: at.y - CLEAR, w: 2 * CLEAR, h: 2 * CLEAR }
    for (const { value } of boxes.over(here)) {
      if (!own.has(value)) return { free: false, clean: false }
    }
    const steep = Math.abs(at.ty) > 0.97
    const flat = Math.abs(at.tx) > 0.97
    const point = { x: at.x - 0.1, y: at.y - 0.1, w: 0.2, h: 0.2 }
    crossed ||= words.over(point).length > 0
    if (lines.over(point).some(({ value }) => (value.vertical ? steep : flat))) riding += STEP
  }
  return { free: true, clean: riding <= RIDE && !crossed }
}
