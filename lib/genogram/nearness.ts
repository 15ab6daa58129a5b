import type { Case } from '@/lib/case/schema'

/** How near a line of a kind puts two to each other, 0 to 1; every other line is half near. */
const NEAR: Readonly<Record<string, number>> = {
  veryClose: 0.9,
  fused: 0.9,
  love: 0.9,
  inLove: 0.9,
  close: 0.8,
  alliance: 0.8,
  caretaker: 0.7,
  harmony: 0.7,
  indifferent: 0.3,
  distant: 0.2,
  distantHostile: 0.2,
  distantViolence: 0.2,
  cutOff: 0.1,
  neverMet: 0,
}

/**
 * How near everybody stands to one person, by id, 0 to 1. Of the person "om wie het gaat" it is what somebody said on
 * the stakeholder map; else the nearest of the lines between the two says it. Who has neither is not in it.
 */
export function nearnessTo(
  all: Pick<Case, 'meta' | 'relations' | 'stakes'>,
  ego: string | null,
): ReadonlyMap<string, number> {
  const near = new Map<string, number>()
  if (ego === null) return near
  for (const { from, to, type } of all.relations) {
    const other: string | null = from === ego ? to : to === ego ? from : null
    if (other === null || other === ego) continue
    near.set(other, Math.max(near.get(other) ?? 0, NEAR[type] ?? 0.5))
  }
  if (ego === all.meta.indexPerson)
    for (const { subject, nearness } of all.stakes) if (nearness !== null) near.set(subject, nearness)
  return near
}
