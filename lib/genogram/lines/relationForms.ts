import type { GenogramStyle } from '../types'
import type { Tone } from '../theme'
import { RELATION_TYPES, type RelationType } from '../vocabulary'

/** A piece of a relation line, drawn along its way. Offsets are to the left of it, page units. */
export type LinePart =
  | { part: 'line'; left?: number; width?: number; dash?: readonly number[] }
  | { part: 'zigzag'; amp: number; half: number; width?: number; core?: number }
  | { part: 'ticks'; step: number; length: number }
  | { part: 'chain' }
  | { part: 'rings'; at: readonly number[]; r: number }
  | { part: 'crossedBox'; side: number }
  | { part: 'x'; half: number }
  | { part: 'bond' }
  /** A line that is broken in the middle, a bar at each side of the gap. */
  | { part: 'cut'; gap: number; dash?: readonly number[]; ring?: number }
  /** At who it is about. */
  | { part: 'head'; form: 'filled' | 'hollow' | 'open' | 'double' }

/** How one kind of relation is drawn. `letter`: its form is that of another kind, and a letter tells them apart. */
export interface RelationForm {
  tone: Tone
  parts: readonly LinePart[]
  letter?: boolean
}

const LINE: LinePart = { part: 'line' }
const DASHES: LinePart = { part: 'line', dash: [7, 5] }
const TWO: LinePart[] = [2.5, -2.5].map((left) => ({ part: 'line', left }))
const THREE: LinePart[] = [4.5, 0, -4.5].map((left) => ({ part: 'line', left }))
const TEETH: LinePart = { part: 'zigzag', amp: 8, half: 13 }
const DENSE: LinePart = { part: 'zigzag', amp: 6, half: 5, width: 2.2 }
/** Dense teeth hide lines among them, so these run along both sides. */
const RAILS: LinePart[] = [9, -9].map((left) => ({ part: 'line', left }))
const OPEN: LinePart = { part: 'head', form: 'open' }

/**
 * The forms of McGoldrick, Gerson and Petry (2008), and for what they do not name those that programs share, as
 * gathered in the notes on notation. Where two would differ by colour or only by size, ours differ more.
 */
const MCGOLDRICK: Readonly<Record<RelationType, RelationForm>> = {
  plain: { tone: 'plain', parts: [LINE] },
  harmony: { tone: 'warm', parts: [LINE], letter: true },
  close: { tone: 'warm', parts: TWO },
  veryClose: {
    tone: 'warm',
    parts: [
      ...[3, -3].map((left): LinePart => ({ part: 'line', left })),
      { part: 'ticks', step: 6, length: 10 },
    ],
  },
  fused: { tone: 'warm', parts: THREE },
  love: { tone: 'warm', parts: [LINE, { part: 'rings', at: [0], r: 5.5 }] },
  inLove: { tone: 'warm', parts: [LINE, { part: 'rings', at: [-4.5, 4.5], r: 5.5 }] },
  spiritual: { tone: 'warm', parts: [{ part: 'chain' }] },
  indifferent: { tone: 'plain', parts: [{ part: 'line', dash: [0.1, 5], width: 2.4 }] },
  distant: { tone: 'plain', parts: [DASHES] },
  cutOff: { tone: 'tense', parts: [{ part: 'cut', gap: 14 }] },
  cutOffRepaired: { tone: 'warm', parts: [{ part: 'cut', gap: 18, ring: 4 }] },
  neverMet: { tone: 'plain', parts: [LINE, { part: 'crossedBox', side: 13 }] },
  conflict: { tone: 'tense', parts: [{ part: 'zigzag', amp: 5, half: 8 }] },
  hate: {
    tone: 'tense',
    parts: [5, 0, -5].map((left) => ({ part: 'line', left, dash: [5, 4] })),
  },
  distrust: { tone: 'tense', parts: [LINE, { part: 'ticks', step: 5, length: 12 }] },
  hostile: { tone: 'tense', parts: [TEETH] },
  distantHostile: { tone: 'tense', parts: [DASHES, TEETH] },
  closeHostile: { tone: 'tense', parts: [...TWO, TEETH] },
  fusedHostile: { tone: 'tense', parts: [...THREE, TEETH] },
  violence: { tone: 'tense', parts: [DENSE] },
  distantViolence: { tone: 'tense', parts: [DASHES, DENSE] },
  closeViolence: { tone: 'tense', parts: [...RAILS, DENSE] },
  fusedViolence: { tone: 'tense', parts: [...RAILS, LINE, DENSE] },
  abuse: {
    tone: 'harm',
    parts: [
      { part: 'zigzag', amp: 5, half: 8, width: 2 },
      { part: 'head', form: 'filled' },
    ],
  },
  physicalAbuse: {
    tone: 'harm',
    parts: [
      { part: 'zigzag', amp: 6, half: 8, width: 3 },
      { part: 'head', form: 'filled' },
    ],
    letter: true,
  },
  emotionalAbuse: {
    tone: 'harm',
    parts: [
      { part: 'line', width: 1.2 },
      { part: 'zigzag', amp: 5, half: 8 },
      { part: 'head', form: 'filled' },
    ],
    letter: true,
  },
  sexualAbuse: {
    tone: 'harm',
    parts: [
      { part: 'zigzag', amp: 6, half: 10, width: 4.4, core: 1.6 },
      { part: 'head', form: 'hollow' },
    ],
    letter: true,
  },
  neglect: { tone: 'harm', parts: [{ part: 'line', dash: [6, 4] }, OPEN] },
  manipulative: { tone: 'tense', parts: [LINE, { part: 'x', half: 6 }, OPEN] },
  controlling: { tone: 'tense', parts: [LINE, { part: 'crossedBox', side: 14 }, OPEN] },
  jealous: { tone: 'tense', parts: [{ part: 'line', width: 2.2 }, OPEN], letter: true },
  focusedOn: { tone: 'plain', parts: [LINE, OPEN] },
  focusedOnNegatively: { tone: 'plain', parts: [{ part: 'zigzag', amp: 5, half: 8 }, OPEN] },
  admirer: { tone: 'plain', parts: [LINE, { part: 'rings', at: [0], r: 5.5 }, OPEN] },
  limerence: { tone: 'plain', parts: [LINE, { part: 'rings', at: [-6.5, 6.5], r: 5.5 }, OPEN] },
  caretaker: { tone: 'warm', parts: [LINE, { part: 'head', form: 'double' }] },
  alliance: { tone: 'cool', parts: [...TWO, { part: 'bond' }] },
  parentification: { tone: 'plain', parts: [LINE, { part: 'head', form: 'double' }], letter: true },
  unknown: { tone: 'quiet', parts: [{ part: 'line', dash: [0.1, 5], width: 2.4 }], letter: true },
}

/** What GenoPro draws in another way. */
const GENOPRO: Partial<Readonly<Record<RelationType, RelationForm>>> = {
  fused: { ...MCGOLDRICK.fused, tone: 'tense' },
  cutOff: { tone: 'tense', parts: [{ part: 'cut', gap: 14, dash: [7, 5] }] },
  conflict: { tone: 'tense', parts: [{ part: 'line', width: 2.4 }], letter: true },
  physicalAbuse: { ...MCGOLDRICK.physicalAbuse, tone: 'cool' },
  emotionalAbuse: { ...MCGOLDRICK.emotionalAbuse, tone: 'cool' },
  sexualAbuse: { ...MCGOLDRICK.sexualAbuse, tone: 'cool' },
  neglect: { ...MCGOLDRICK.neglect, tone: 'cool' },
  alliance: { ...MCGOLDRICK.alliance, tone: 'warm' },
}

const KNOWN: ReadonlySet<string> = new Set(RELATION_TYPES)

/** A word of a file that we do not know is `unknown`. */
export function relationTypeOf(type: string): RelationType {
  return KNOWN.has(type) ? (type as RelationType) : 'unknown'
}

/** How a relation is drawn in a profile. Total. */
export function relationForm(type: string, profile: GenogramStyle['profile']): RelationForm {
  const known = relationTypeOf(type)
  return (profile === 'genopro' ? GENOPRO[known] : undefined) ?? MCGOLDRICK[known]
}
