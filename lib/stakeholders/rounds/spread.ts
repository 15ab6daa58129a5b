import type { CaseRound } from '@/lib/case/schema'
import type { Place } from '@/lib/case/schemaRounds'
import { byText } from '@/lib/genogram/byText'
import type { Attribute } from '../steps'
import type { StakeForm } from '../types'
import { ASKED, isPlaced } from './places'

/** Where one person put somebody. */
export interface SpreadMark {
  /** Of the placement: of one person the same for all whom they placed. */
  key: string
  /** Principal; null when they did not agree to their name. */
  by: string | null
  place: Place
}

/**
 * Where everybody put each of those who are placed in a round, by their id. No middle of it is computed: who says
 * something else than the others is not made to say less.
 */
export function spreadOf({
  form,
  subjects,
  placements,
}: Pick<CaseRound, 'form' | 'subjects' | 'placements'>): ReadonlyMap<string, readonly SpreadMark[]> {
  const all = Object.entries(placements).sort(([a], [b]) => byText(a, b))
  return new Map(
    subjects.map((subject) => [
      subject,
      all.flatMap(([key, { by, places }]): SpreadMark[] => {
        const place = Object.hasOwn(places, subject) ? places[subject] : undefined
        return place && isPlaced(form, place) ? [{ key, by, place }] : []
      }),
    ]),
  )
}

export interface SpreadWords {
  /** Name of a principal; null when nobody can say. */
  nameOf: (principal: string) => string | null
  /** Stands for who gave no name. */
  noName: string
  /** What one attribute says, in words. */
  step: (attribute: Attribute, value: number | null) => string | null
}

/** What one person said, in words. */
export interface SaidMark {
  key: string
  who: string
  named: boolean
  said: string
}

/** The marks of one stakeholder in words: who gave their name by name, then the others, by what they say. */
export function sayMarks(form: StakeForm, marks: readonly SpreadMark[], words: SpreadWords): SaidMark[] {
  return marks
    .map(({ key, by, place }): SaidMark => {
      const name = by === null ? null : words.nameOf(by)
      const said = ASKED[form].flatMap((attribute) => words.step(attribute, place[attribute] ?? null) ?? [])
      return { key, who: name ?? words.noName, named: name !== null, said: said.join(', ') }
    })
    .sort(
      (a, b) =>
        Number(b.named) - Number(a.named) ||
        (a.named ? a.who.localeCompare(b.who) : 0) ||
        byText(a.said, b.said) ||
        byText(a.key, b.key),
    )
}

/** "Ann: dichtbij; Bo: ver weg". */
export const joinMarks = (marks: readonly SaidMark[]): string =>
  marks.map(({ who, said }) => `${who}: ${said}`).join('; ')
