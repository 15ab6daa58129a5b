import { SYMBOL, type GenoPerson } from '../types'

/** Least room between two boxes of symbol and words; a little more than the 8 that is promised, for rounding. */
export const BOX_GAP = 10
/** Least room between brothers and sisters of different parents. */
export const FAMILY_GAP = 26
/** From the symbol's lower edge to the words. */
export const LABEL_TOP = 6
/** Room for a line that passes between the words of two partners. */
export const LINE_ROOM = 12
/** From a partner's words to the line to the children. */
export const DROP_ROOM = 5

export function symbolSize(person: Pick<GenoPerson, 'type'>): { w: number; h: number } {
  return person.type === 'organisation' ? { w: SYMBOL * 1.4, h: SYMBOL * 0.7 } : { w: SYMBOL, h: SYMBOL }
}

/** Half the width of symbol and words together. */
export function halfWidth(person: GenoPerson): number {
  return Math.max(symbolSize(person).w, person.labelW || 0) / 2
}

/** From the middle of the symbol to the lower edge of the words. */
export function depthBelow(person: GenoPerson): number {
  const words = person.labelH > 0 ? LABEL_TOP + person.labelH : 0
  return symbolSize(person).h / 2 + words
}
