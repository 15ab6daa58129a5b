import { type Case, type CaseRound, RECORDS } from '@/lib/case/schema'
import type { Place, Places } from '@/lib/case/schemaRounds'
import { byText } from '@/lib/genogram/byText'
import { NEEDED } from '../layout/known'
import type { StakeAttributes, StakeForm } from '../types'

/** What is said of somebody in each form, in the order in which it is told: what it needs, and what it draws besides. */
export const ASKED = {
  rings: NEEDED.rings,
  grid: NEEDED.grid,
  forces: [...NEEDED.forces, 'strength'],
} as const satisfies Record<StakeForm, readonly (keyof StakeAttributes)[]>

/** What takes somebody's place in a form away: nothing of what is asked is known. */
export const NOWHERE: Readonly<Record<StakeForm, Partial<StakeAttributes>>> = {
  rings: { nearness: null },
  grid: { influence: null, interest: null },
  forces: { stance: null, strength: null },
}

/** Rounds with the newest first. */
export function roundsOf({ rounds }: Pick<Case, 'rounds'>): CaseRound[] {
  return [...rounds].sort((a, b) => b.createdAt - a.createdAt || byText(a.id, b.id))
}

/** Ids of who is placed in a round: who is in the field now, but for who stands in the middle of the rings. */
export function subjectsFor(
  form: StakeForm,
  { stakes, people, organisations, meta }: Pick<Case, 'stakes' | 'people' | 'organisations' | 'meta'>,
): string[] {
  const here = new Set([...people, ...organisations].map(({ id }) => id))
  const inField = new Set(stakes.map(({ subject }) => subject))
  return [...inField]
    .filter((id) => here.has(id) && !(form === 'rings' && id === meta.indexPerson))
    .sort(byText)
}

/**
 * The case with a field in which only these places are known: who is placed in the round stands in it, with what one
 * person says of them, and else as somebody nobody has placed. A stake has the id of its subject there. Lines between
 * people are left out: what others see between them is no part of the question.
 */
export function placedCase(
  all: Case,
  { form, subjects, question }: Pick<CaseRound, 'form' | 'subjects' | 'question'>,
  places: Places,
): Case {
  const stakes = [...subjects].sort(byText).map((subject) => {
    const place: Place = Object.hasOwn(places, subject) ? (places[subject] ?? {}) : {}
    const said = ASKED[form].map((attribute) => [attribute, place[attribute] ?? null] as const)
    return RECORDS.stakes.parse({ id: subject, subject, ...Object.fromEntries(said) })
  })
  return { ...all, meta: { ...all.meta, question: question || all.meta.question }, stakes, relations: [] }
}

/**
 * Places after a change of one of them; null says that nobody knows. Who is left without anything that is said has no
 * place any more.
 */
export function withPlace(places: Places, subject: string, change: Partial<StakeAttributes>): Places {
  const said = Object.entries({ ...places[subject], ...change }).filter(([, value]) => value !== null)
  const { [subject]: _before, ...others } = places
  return said.length > 0 ? { ...others, [subject]: Object.fromEntries(said) as Place } : others
}

/** Whether a place says where somebody stands in a form. */
export function isPlaced(form: StakeForm, place: Place | undefined): boolean {
  return place !== undefined && NEEDED[form].every((attribute) => place[attribute] !== undefined)
}
