import type { Case } from '@/lib/case/schema'
import { firstStakes } from '@/lib/stakeholders/fromCase'
import { nearestStance } from '@/lib/stakeholders/layout/forces'

/** Steps of what goes from none to all: a quarter each. */
const QUARTERS = ['0', '1', '2', '3'] as const
type Quarter = (typeof QUARTERS)[number]
const STANCES = ['-2', '-1', '0', '1', '2'] as const

/** The stakeholder map in words: the same for a web page and for Word. */
export interface StakesTable {
  title: string
  headings: readonly string[]
  /** As long as `headings`; the first is who it is about. */
  rows: readonly (readonly string[])[]
}

export interface StakesTableWords {
  title: string
  headings: Record<'who' | 'role' | 'nearness' | 'influence' | 'interest' | 'stance' | 'strength', string>
  nearness: Record<Quarter, string>
  amount: Record<Quarter, string>
  stance: Record<(typeof STANCES)[number], string>
  strength: (count: number) => string
  unknown: string
  someone: string
}

/** Everybody with a place in the stakeholder map, by name, with what was said of it. */
export function stakesTable(all: Case, words: StakesTableWords): StakesTable {
  const names = new Map([...all.organisations, ...all.people].map(({ id, name }) => [id, name]))
  const known = <T>(value: T | null, say: (value: T) => string) =>
    value === null ? words.unknown : say(value)
  const rows = firstStakes(all)
    .filter(({ subject }) => names.has(subject))
    .map(({ subject, role, nearness, influence, interest, stance, strength }) => [
      names.get(subject) || words.someone,
      role.trim(),
      known(nearness, (part) => words.nearness[quarterOf(part)]),
      known(influence, (part) => words.amount[quarterOf(part)]),
      known(interest, (part) => words.amount[quarterOf(part)]),
      known(stance, (one) => words.stance[STANCES[nearestStance(one) + 2] ?? '0']),
      known(strength, words.strength),
    ])
  const { who, role, nearness, influence, interest, stance, strength } = words.headings
  return {
    title: words.title,
    headings: [who, role, nearness, influence, interest, stance, strength],
    rows: rows.sort(([a = ''], [b = '']) => a.localeCompare(b, 'nl')),
  }
}

function quarterOf(part: number): Quarter {
  return QUARTERS[Math.min(3, Math.max(0, Math.floor(part * 4)))] ?? '0'
}
