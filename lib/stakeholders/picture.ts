import { trackRelations } from '@/lib/genogram/tracks/trackRelations'
import type {
  GenogramLayout,
  GenogramStyle,
  GenoRelation,
  PersonContent,
  PlacedPerson,
  RelationTrack,
} from '@/lib/genogram/types'
import type { GenogramTheme } from '@/lib/genogram/theme'
import type { GenogramWords } from '@/lib/genogram/words'
import type { Stakes } from './fromCase'
import { layoutStakes } from './layout/layout'
import { arrowBox } from './drawing/arrow'
import type { PlacedStake, StakesLayout } from './types'
import type { StakesWords } from './words'

/** All that a stakeholder map shows. What there is no content of is left out of the drawing. */
export interface StakesPicture {
  layout: StakesLayout
  /** By id of the person or organisation. */
  people: ReadonlyMap<string, PersonContent>
  relations: readonly GenoRelation[]
  tracks: readonly RelationTrack[]
  style: GenogramStyle
  question: string
}

/** How it is drawn. */
export interface StakesDrawing {
  theme: GenogramTheme
  words: StakesWords
}

/** All stages from what a case says to what is drawn, in one go. */
export function stakesPicture(stakes: Stakes, words: GenogramWords): StakesPicture {
  const { people, relations, style, question } = stakes
  const layout = layoutStakes(stakes.input)
  return { layout, people, relations, style, question, tracks: trackStakes(layout, relations, words) }
}

/**
 * The ways of all relations between who has a place in the field, led as in the geno-sociogram: straight, or in a bow
 * around others, and across an arrow only when it must. To who stands in the tray there is none: nothing is said of where they are.
 */
export function trackStakes(
  layout: StakesLayout,
  relations: readonly GenoRelation[],
  words: GenogramWords,
): RelationTrack[] {
  const arrows = layout.stakes.flatMap(({ arrow }) => (arrow ? [arrowBox(arrow)] : []))
  const inField = asGenogram(layout, ({ unplaced }) => !unplaced)
  return trackRelations(inField, relations, words, arrows)
}

/** The symbols as a geno-sociogram without a family, so that lines and legend of the one serve the other. */
export function asGenogram(
  { stakes, centre, bounds }: StakesLayout,
  isMeant: (place: PlacedStake) => boolean = () => true,
): GenogramLayout {
  const places = [...(centre ? [centre] : []), ...stakes].filter(isMeant)
  const people = places.map(({ subject: id, x, y, w, h, labelY, labelW, labelH }): PlacedPerson => {
    return { id, x, y, w, h, labelY, labelW, labelH, row: null, pinned: false }
  })
  return { people, unions: [], childLines: [], multiples: [], contradictions: [], crossings: 0, bounds }
}
