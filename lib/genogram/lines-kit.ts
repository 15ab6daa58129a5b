import type { Shape } from '@/lib/drawing/shapes'
import { MESSAGES } from '@/lib/i18n/messages'
import { drawChildLine } from './lines/childLine'
import { drawTrack } from './lines/drawTrack'
import { drawUnion } from './lines/unionLine'
import { relation } from './paint-kit'
import { GENOGRAM_THEME as THEME } from './theme'
import type { GenogramStyle, GenoRelation, PlacedUnion, UnionContent } from './types'
import { PHASE_TYPES } from './vocabulary'

/** Single lines as they are drawn, for tests. */

const WORDS = MESSAGES.nl.genogram
export const PROFILES = ['mcgoldrick', 'genopro'] as const
export const styleOf = (profile: GenogramStyle['profile']): GenogramStyle => ({
  profile,
  cross: 'beside',
  innerGender: false,
})

const [FROM, TO] = [
  { x: 10, y: 20 },
  { x: 150, y: 20 },
]
export { FROM }
export const straight = { id: 'r', from: FROM, c1: FROM, c2: TO, to: TO, mid: FROM, label: null, free: true }

export function relationLine(
  type: string,
  profile: GenogramStyle['profile'],
  more: Partial<GenoRelation> = {},
): Shape[] {
  return drawTrack(straight, relation('r', 'a', 'b', { type, ...more }), styleOf(profile), THEME, WORDS)
}

export const UNION: PlacedUnion = {
  id: 'u',
  partners: ['a', 'b'],
  line: { x1: 10, x2: 150, y: 20, top1: 20, top2: 20, points: [FROM, TO] },
  jumps: [],
  contradiction: false,
  related: false,
  drop: null,
  barY: null,
  bar: null,
}

export function unionLine(
  more: Partial<UnionContent>,
  profile: GenogramStyle['profile'],
  union = UNION,
): Shape[] {
  const plain = { base: 'marriage', ending: null, reconciled: false, label: '', moreChildren: null }
  const content = { ...plain, ...more }
  return drawUnion(union, content, styleOf(profile), THEME, WORDS)
}

const ENDS = ['separation', 'legalSeparation', 'divorce', 'annulled', 'widowed']

/** Every partner line: each way of being together, and each ending and mending on the most usual. */
export function unionLines(profile: GenogramStyle['profile']): Map<string, Shape[]> {
  const bases = PHASE_TYPES.filter((type) => !ENDS.includes(type) && type !== 'reconciled')
  return new Map([
    ...bases.map((base): [string, Shape[]] => [base, unionLine({ base }, profile)]),
    ...ENDS.map((ending): [string, Shape[]] => [ending, unionLine({ ending }, profile)]),
    ['reconciled', unionLine({ reconciled: true }, profile)],
    ['divorced and reconciled', unionLine({ ending: 'divorce', reconciled: true }, profile)],
    ['no more children', unionLine({ moreChildren: 'no' }, profile)],
    ['perhaps more children', unionLine({ moreChildren: 'perhaps' }, profile)],
    ['related', unionLine({}, profile, { ...UNION, related: true })],
  ])
}

export function childLine(type: string, profile: GenogramStyle['profile'], ended = false): Shape[] {
  const points = [FROM, { x: 10, y: 90 }].map(({ x, y }) => ({ x: x + 10, y }))
  return drawChildLine(
    { id: 'c', union: 'u', child: 'c', type, ended, points, jumps: [], stretched: false },
    styleOf(profile),
    THEME,
    WORDS,
  )
}
