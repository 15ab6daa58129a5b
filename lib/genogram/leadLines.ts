import { outlineHouseholds } from './households/outlineHouseholds'
import { boxesOfDates } from './lines/unionDates'
import { trackRelations } from './tracks/trackRelations'
import type { GenogramPicture } from './picture'
import type { GenogramStyle } from './types'
import type { GenogramWords } from './words'

/**
 * Everything that is led around a layout, in the order in which words make room for each other: the dates of couples,
 * the outlines of households with their names, and the relations with theirs. Moves nothing in the layout.
 */
export function leadLines(
  picture: Pick<GenogramPicture, 'layout' | 'unions' | 'households' | 'relations'>,
  style: GenogramStyle,
  words: GenogramWords,
): Pick<GenogramPicture, 'outlines' | 'tracks'> {
  const { layout } = picture
  const dates = boxesOfDates(layout, picture.unions, style.profile)
  const outlines = outlineHouseholds(layout, picture.households, dates)
  const names = outlines.map(({ label: { x, y, w } }) => ({ x, y: y - 12, w, h: 16 }))
  return { outlines, tracks: trackRelations(layout, picture.relations, words, [...dates, ...names]) }
}
