import type { RecordOf } from '@/lib/case/schema'
import { byText } from '@/lib/genogram/byText'

export type CaseStake = RecordOf<'stakes'>

/**
 * The place of each person or organisation, by their id. Two people can give somebody a place at once: the one with the
 * lower id counts, as in the drawing (`stakesOf`).
 */
export function bySubject(stakes: readonly CaseStake[]): ReadonlyMap<string, CaseStake> {
  // What is put in last counts.
  return new Map([...stakes].sort((a, b) => byText(b.id, a.id)).map((stake) => [stake.subject, stake]))
}
