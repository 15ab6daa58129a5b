import type { Case } from '@/lib/case/schema'
import { firstStakes } from '@/lib/stakeholders/fromCase'
import { roundsOf } from '@/lib/stakeholders/rounds/places'
import { joinMarks, sayMarks, spreadOf } from '@/lib/stakeholders/rounds/spread'
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
  /** Of a round in which everybody placed for themselves. */
  round: {
    title: (question: string, atMs: number) => string
    said: string
    noName: string
    nobody: string
  }
}

/** Everybody with a place in the stakeholder map, by name, with what was said of it. */
export function stakesTable(all: Case, words: StakesTableWords): StakesTable {
  const names = new Map([...all.organisations, ...all.people].map(({ id, name }) => [id, name]))
  const rows = firstStakes(all)
    .filter(({ subject }) => names.has(subject))
    .map((stake) => [
      names.get(stake.subject) || words.someone,
      stake.role.trim(),
      ...ATTRIBUTES.map((attribute) => stepWords(words, attribute, stake[attribute]) ?? words.unknown),
    ])
  return {
    title: words.title,
    headings: [words.who, words.role, ...ATTRIBUTES.map((attribute) => words.attribute[attribute])],
    rows: rows.sort(([a = ''], [b = '']) => a.localeCompare(b, 'nl')),
  }
}

/** What everybody placed for themselves, a table for each round that is on the table, the newest first. */
export function roundTables(
  all: Case,
  participants: ReadonlyMap<string, string>,
  words: StakesTableWords,
): StakesTable[] {
  const names = new Map([...all.organisations, ...all.people].map(({ id, name }) => [id, name]))
  const { title, said, noName, nobody } = words.round
  const how = {
    nameOf: (principal: string) => participants.get(principal) ?? null,
    noName,
    step: (attribute: Attribute, value: number | null) => stepWords(words, attribute, value) ?? null,
  }
  return roundsOf(all)
    .filter(({ revealed }) => revealed)
    .map((round) => ({
      title: title(round.question, round.createdAt),
      headings: [words.who, said],
      rows: [...spreadOf(round)]
        .filter(([subject]) => names.has(subject))
        .map(([subject, marks]) => [
          names.get(subject) || words.someone,
          joinMarks(sayMarks(round.form, marks, how)) || nobody,
        ])
        .sort(([a = ''], [b = '']) => a.localeCompare(b, 'nl')),
    }))
}

function stepWords(
  { step }: StakesTableWords,
  attribute: Attribute,
  value: number | null,
): string | undefined {
  const known = stepOf(attribute, value)
  return known === null ? undefined : step[attribute][known]
}
