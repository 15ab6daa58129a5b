import type { GenogramTheme } from './theme'
import type { ParallelSides } from './tracks/trackParallels'
import type {
  GenogramLayout,
  GenogramStyle,
  GenoHousehold,
  GenoRelation,
  HouseholdOutline,
  PersonContent,
  RelationTrack,
  UnionContent,
} from './types'
import type { GenogramWords } from './words'

/** All that a geno-sociogram shows. What there is no content of is left out of the drawing. */
export interface GenogramPicture {
  title: string
  layout: GenogramLayout
  people: ReadonlyMap<string, PersonContent>
  unions: ReadonlyMap<string, UnionContent>
  relations: readonly GenoRelation[]
  tracks: readonly RelationTrack[]
  households: readonly GenoHousehold[]
  outlines: readonly HouseholdOutline[]
  parallels: readonly ParallelSides[]
}

/** How it is drawn. `legend`: what its signs mean stands below it. */
export interface GenogramDrawing {
  style: GenogramStyle
  theme: GenogramTheme
  words: GenogramWords
  legend: boolean
}
