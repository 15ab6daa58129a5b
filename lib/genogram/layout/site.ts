import type { GenoPerson } from '../types'
import { depthBelow, halfWidth, symbolSize } from './sizes'

/** Somebody of the family at their place in a row; y is known later, unless it was chosen by hand. */
export interface Site {
  id: string
  person: GenoPerson
  row: number
  x: number
  /** Chosen by hand. */
  pinnedY: number | null
  /** Chosen by hand, and not at the row's height. */
  off: boolean
  w: number
  h: number
  /** Half the width of symbol and words. */
  half: number
  /** From the symbol's middle to the lower edge of the words. */
  depth: number
}

export function siteOf(person: GenoPerson, row: number, x: number): Site {
  const size = symbolSize(person)
  return {
    id: person.id,
    person,
    row,
    x,
    pinnedY: null,
    off: false,
    ...size,
    half: halfWidth(person),
    depth: depthBelow(person),
  }
}

export interface Point {
  x: number
  y: number
}
