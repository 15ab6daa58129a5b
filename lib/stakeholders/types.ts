import type { CircleName } from '@/lib/case/schema'

/**
 * The seam between the case, the layout and the drawing of a stakeholder map (krachtenveld):
 * `stakesOf(case)` → `layoutStakes` → `stakePieces`, and back from a place to what it says: `attributesAt`.
 *
 * One set of attributes (a stake), three forms of it. No place is stored: what a hand does to a symbol changes an
 * attribute, and every form shows it. Page units, y grows downwards, the middle of the field is (0, 0).
 */

/** `rings` around the person "om wie het gaat"; `grid` of interest and influence; `forces` for and against a question. */
export const STAKE_FORMS = ['rings', 'grid', 'forces'] as const
export type StakeForm = (typeof STAKE_FORMS)[number]

/** Sides of the rings. Organisations are `system`; a person stands with the circle that they are of. */
export const SECTORS = ['family', 'network', 'professional', 'system', 'unknown'] as const
export type Sector = (typeof SECTORS)[number]

/** What a stake says; null where nobody has said it. */
export interface StakeAttributes {
  /** 0 (none) to 1. */
  influence: number | null
  /** 0 (none) to 1. */
  interest: number | null
  /** -2 (works against it) to 2 (works for it), whole. */
  stance: number | null
  /** 0 (far) to 1 (nearest). */
  nearness: number | null
  /** 1 to 5, whole: how much weight it has in the force field. */
  strength: number | null
}

/** A person or organisation in the map. */
export interface Stakeholder extends StakeAttributes {
  /** Of the stake. */
  id: string
  /** Id of the person or organisation. */
  subject: string
  type: 'person' | 'organisation'
  circle: CircleName
  sector: Sector
  /** Stored order key of the subject, so that everybody sees the same order. */
  order: string
  /** Room of the words under the symbol, from the measured font: width, and height of all lines. */
  labelW: number
  labelH: number
}

export interface StakesInput {
  form: StakeForm
  stakeholders: readonly Stakeholder[]
  /** Who stands in the middle of the rings, or null. Has no place in the other forms unless it has a stake. */
  centre: { subject: string; labelW: number; labelH: number } | null
}

/** A symbol with its words; x and y are the middle of the symbol. */
export interface PlacedStake {
  id: string
  subject: string
  x: number
  y: number
  w: number
  h: number
  /** Upper edge of the words; their middle is x. */
  labelY: number
  labelW: number
  labelH: number
  /** What this form shows is not known: it stands beside the field, in the tray. */
  unplaced: boolean
  /** In the force field: the arrow towards the middle line. `width` in page units, by strength. */
  arrow: { x1: number; x2: number; y: number; width: number } | null
}

/** What lies under the symbols. */
export type StakesGround =
  | {
      form: 'rings'
      /** Outer radius of each ring, the nearest first. */
      radii: readonly number[]
      /** Clockwise from the top, in degrees; only sectors that somebody stands in have room. */
      sectors: readonly { sector: Sector; from: number; to: number }[]
    }
  | { form: 'grid'; size: number }
  | {
      form: 'forces'
      /** Middle of each column of stance, and half its width. */
      columns: readonly { stance: number; x: number }[]
      half: number
      top: number
      bottom: number
    }

export interface Box {
  x: number
  y: number
  w: number
  h: number
}

export interface StakesLayout {
  form: StakeForm
  ground: StakesGround
  /** Where who stands in the middle of the rings is drawn, or null. */
  centre: PlacedStake | null
  stakes: readonly PlacedStake[]
  /** Where those stand of whom this form cannot say where; null when there are none. */
  tray: Box | null
  /** Around everything. */
  bounds: Box
}
