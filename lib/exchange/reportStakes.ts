import type { Case } from '@/lib/case/schema'
import { firstStakes } from '@/lib/stakeholders/fromCase'
import { type Attribute, ATTRIBUTES, stepOf } from '@/lib/stakeholders/steps'

/** The stakeholder map in words: the same for a web page and for Word. */
export interface StakesTable {
  title: string
  headings: readonly string[]
  /** As long as `headings`; the first is who it is about. */
  rows: readonly (readonly string[])[]
}

export interface StakesTableWords {
  title: string
  who: string
  role: string
  attribute: Readonly<Record<Attribute, string>>
  /** By the number of the step, as on the card and in the list (`STEPS`). */
  step: Readonly<Record<Attribute, Readonly<Record<string, string>>>>
  unknown: string
  someone: string
}

/** Everybody with a place in the stakeholder map, by name, with what was said of it. */
export function stakesTable(all: Case, words: StakesTableWords): StakesTable {
  const names = new Map([...all.organisations, ...all.people].map(({ id, name }) => [id, name]))
  const rows = firstStakes(all)
    .filter(({ subject }) => names.has(subject))
    .map((stake) => [
      names.get(stake.subject) || words.someone,
      stake.role.trim(),
      ...ATTRIBUTES.map((attribute) => {
        const step = stepOf(attribute, stake[attribute])
        return (step === null ? undefined : words.step[attribute][step]) ?? words.unknown
      }),
    ])
  return {
    title: words.title,
    headings: [words.who, words.role, ...ATTRIBUTES.map((attribute) => words.attribute[attribute])],
    rows: rows.sort(([a = ''], [b = '']) => a.localeCompare(b, 'nl')),
  }
}
