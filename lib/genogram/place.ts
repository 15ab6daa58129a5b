import { layoutGenogram } from './layout/layout'
import { leadLines } from './leadLines'
import type { GenogramPicture } from './picture'
import type { GenogramInput, GenogramLayout, GenogramStyle } from './types'
import type { GenogramWords } from './words'

/** All that decides where things stand: plain data, which can be handed to another thread. */
export interface PlaceOrder extends Pick<GenogramPicture, 'unions' | 'households' | 'relations'> {
  input: GenogramInput
  style: GenogramStyle
  words: GenogramWords
}

export type Placed = Pick<GenogramPicture, 'layout' | 'outlines' | 'tracks'>

/** Where everything of a geno-sociogram stands. `layout`: that of the same input, when it is known already. */
export function placeGenogram(
  { input, style, words, ...what }: PlaceOrder,
  layout: GenogramLayout = layoutGenogram(input),
): Placed {
  return { layout, ...leadLines({ layout, ...what }, style, words) }
}

/** In steps of one person; a line that is led around others takes as long as this many people. */
const LINE_STEPS = 8
/** As many steps are made within a frame or two of a slow machine. */
const SOON_STEPS = 150

/** Whether placing takes so long that people would notice. */
export function isLarge({ input, relations }: PlaceOrder): boolean {
  return input.people.length + relations.length * LINE_STEPS > SOON_STEPS
}
