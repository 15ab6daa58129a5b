import type { Tone } from '../theme'
import type { GenogramStyle } from '../types'
import { PARENTAGE_TYPES, PHASE_TYPES, type ParentageType, type PhaseType } from '../vocabulary'

/** What stands on a partner line, aside from its middle, where the children hang. */
export type UnionSign = 'house' | 'ring' | 'dot' | 'x' | 'gap' | 'word'

/** How the being together of two is drawn. No `dash` is a solid line. */
export interface UnionForm {
  dash?: readonly number[]
  double?: boolean
  sign?: UnionSign
  tone?: Tone
}

const DOTS = (gap: number): readonly number[] => [0.1, gap]

type Base = Exclude<
  PhaseType,
  'separation' | 'legalSeparation' | 'divorce' | 'annulled' | 'reconciled' | 'widowed'
>

/** McGoldrick, Gerson and Petry (2008); what they have no form for has one of our own, explained by the legend. */
const MCGOLDRICK: Readonly<Record<Base, UnionForm>> = {
  marriage: {},
  registered: { sign: 'word' },
  cohabiting: { dash: [6, 4] },
  committed: { dash: [12, 3], double: true },
  lat: { dash: [12, 3], double: true, sign: 'gap' },
  dating: { dash: [2, 4] },
  engaged: { dash: [14, 5], sign: 'word' },
  affair: { dash: [6, 4], sign: 'ring' },
  secretAffair: { dash: DOTS(5), sign: 'dot' },
  temporary: { dash: DOTS(11) },
  housemates: { dash: DOTS(5), sign: 'house' },
  forced: { dash: [2, 3], sign: 'x', tone: 'harm' },
  unknown: { dash: DOTS(5), sign: 'word', tone: 'quiet' },
}

const GENOPRO: Partial<Readonly<Record<Base, UnionForm>>> = {
  registered: { dash: [10, 3, 2, 3], sign: 'house' },
  cohabiting: { dash: [2, 3], sign: 'house' },
  affair: { dash: [6, 4], sign: 'ring', tone: 'harm' },
}

/** Strokes across the line: how many, and how thick. */
export const SLASHES: ReadonlyMap<string, { count: number; width: number }> = new Map([
  ['separation', { count: 1, width: 2 }],
  ['legalSeparation', { count: 1, width: 4.4 }],
  ['divorce', { count: 2, width: 2 }],
  ['annulled', { count: 3, width: 2 }],
])

const PHASES: ReadonlySet<string> = new Set(PHASE_TYPES)

/** A phase by its word; a word of a file that we do not know is `unknown`. */
export function phaseTypeOf(type: string): PhaseType {
  return PHASES.has(type) ? (type as PhaseType) : 'unknown'
}

/** The base of a partner line in a profile. An ending, or a mending, without a base lies on a marriage. Total. */
export function unionForm(base: string, profile: GenogramStyle['profile']): UnionForm {
  const phase = phaseTypeOf(base)
  if (!(phase in MCGOLDRICK)) return {}
  return (profile === 'genopro' ? GENOPRO[phase as Base] : undefined) ?? MCGOLDRICK[phase as Base]
}

/** How a child's line is drawn. `beside`: a second, dashed line along it. `word`: a letter at it. */
export interface ChildForm {
  dash?: readonly number[]
  beside?: boolean
  sign?: 'word' | 'box'
  tone?: Tone
}

const CHILD: Readonly<Record<ParentageType, ChildForm>> = {
  biological: {},
  adopted: { beside: true },
  foster: { dash: [2, 3] },
  guardianship: { dash: [2, 3], sign: 'box' },
  step: { dash: [8, 3, 2, 3] },
  donor: { dash: [6, 4], sign: 'word' },
  surrogate: { dash: [2, 3], sign: 'word' },
  unknown: { dash: DOTS(5), sign: 'word', tone: 'quiet' },
}

const CHILD_GENOPRO: Partial<Readonly<Record<ParentageType, ChildForm>>> = {
  adopted: { dash: [6, 4] },
  foster: { dash: [2, 3], tone: 'warm' },
}

const PARENTAGES: ReadonlySet<string> = new Set(PARENTAGE_TYPES)

export function parentageTypeOf(type: string): ParentageType {
  return PARENTAGES.has(type) ? (type as ParentageType) : 'unknown'
}

/** How a child's line is drawn in a profile. Total. */
export function childForm(type: string, profile: GenogramStyle['profile']): ChildForm {
  const known = parentageTypeOf(type)
  return (profile === 'genopro' ? CHILD_GENOPRO[known] : undefined) ?? CHILD[known]
}
