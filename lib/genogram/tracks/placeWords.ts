import { textWidth } from '@/lib/text/widths'
import { BoxIndex, boxesOf, grown, structureOf, type Box } from '../boxes'
import { beside, placeAt, type Way } from '../lines/way'
import type { GenogramLayout, GenoRelation } from '../types'
import { relationWords, type GenogramWords } from '../words'

/** Size of the words beside a line. */
export const WORDS_PX = 11
const WORDS_H = 14
/** From the middle of a line to its words: the highest teeth, and air. */
const OFF = 11
/** Where along a line words are tried, the middle first, and how much further off. */
const PARTS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]
const FURTHER = [0, 16, 34]

/**
 * The room of the words of each line that has any: near its middle, on no symbol, no words of a person, no sign and
 * no words of another line, and where that can be on no line. None where nothing is free: the words are then only
 * read, in the list and on focus.
 */
export function placeWords(
  layout: GenogramLayout,
  relations: readonly GenoRelation[],
  ways: ReadonlyMap<string, Way>,
  words: GenogramWords,
  others: readonly Box[] = [],
): Map<string, Box> {
  const taken = new BoxIndex<string>()
  const lines = new BoxIndex<string>()
  for (const person of layout.people) for (const box of boxesOf(person)) taken.add(grown(box, 2), person.id)
  for (const box of others) taken.add(grown(box, 2), '')
  for (const [a, b] of structureOf(layout)) {
    const box = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      w: Math.abs(a.x - b.x),
      h: Math.abs(a.y - b.y),
    }
    lines.add(grown(box, 1), '')
  }
  for (const [id, way] of ways) {
    const { x, y } = placeAt(way, way.length / 2)
    taken.add({ x: x - 10, y: y - 10, w: 20, h: 20 }, id)
    for (let s = 0; s < way.length; s += 6) {
      const at = placeAt(way, s)
      lines.add({ x: at.x - 4, y: at.y - 4, w: 8, h: 8 }, id)
    }
  }
  const places = new Map<string, Box>()
  for (const relation of relations) {
    const text = relationWords(relation, words)
    const way = ways.get(relation.id)
    if (text === '' || !way) continue
    const box = bestPlace(way, textWidth(text, WORDS_PX, 'regular') + 4, taken, lines)
    if (!box) continue
    places.set(relation.id, box)
    taken.add(grown(box, 2), relation.id)
  }
  return places
}

function bestPlace(way: Way, w: number, taken: BoxIndex<string>, lines: BoxIndex<string>): Box | null {
  let best: Box | null = null
  let fewest = Infinity
  for (const further of FURTHER) {
    for (const part of PARTS) {
      for (const side of [1, -1]) {
        const box = boxAt(way, part, side, further, w)
        if (taken.over(box).length > 0) continue
        const crossed = lines.over(box).length
        if (crossed === 0) return box
        if (crossed < fewest) {
          best = box
          fewest = crossed
        }
      }
    }
  }
  return best
}

function boxAt(way: Way, part: number, side: number, further: number, w: number): Box {
  const place = placeAt(way, way.length * part)
  // So far that the corner next to the line keeps off it, however aslant the line is.
  const reach = Math.abs(place.ty) * (w / 2) + Math.abs(place.tx) * (WORDS_H / 2)
  const { x, y } = beside(place, 0, side * (OFF + reach + further))
  return { x: x - w / 2, y: y - WORDS_H / 2, w, h: WORDS_H }
}
