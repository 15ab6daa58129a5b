import type * as Y from 'yjs'
import { type CaseView, PX_PER_YEAR } from '../schema'
import { type Actor, live, setRecordValues } from './run'

const TIMELINE = { kind: 'views', id: 'timeline' } as const

/** How wide a year may be when somebody chooses it by hand, in page units. */
const NARROWEST = 12.5
const WIDEST = 1_600

/** How time is laid out on the line, for everybody. */
export function setScale(doc: Y.Doc, actor: Actor, scale: CaseView['scale']): boolean {
  return setRecordValues(doc, actor, 'setScale', TIMELINE, { scale })
}

/** How wide a year is, in page units, for everybody; what is too narrow or too wide is brought within bounds. */
export function setPxPerYear(doc: Y.Doc, actor: Actor, pxPerYear: number): boolean {
  if (!Number.isFinite(pxPerYear)) return false
  const bounded = Math.min(WIDEST, Math.max(NARROWEST, pxPerYear))
  return setRecordValues(doc, actor, 'setPxPerYear', TIMELINE, { pxPerYear: bounded })
}

/** Half a step (√2) wider or narrower than `now`: two steps double it. */
export function stepPxPerYear(now: number, step: 1 | -1): number {
  const steps = Math.round(2 * Math.log2(now / PX_PER_YEAR)) + step
  const next = Math.round(PX_PER_YEAR * 2 ** (steps / 2) * 10) / 10
  return Math.min(WIDEST, Math.max(NARROWEST, next))
}

/** Whose age stands on the axis; null: that of the person "om wie het gaat". False for who is not there. */
export function setAgeOf(doc: Y.Doc, actor: Actor, person: string | null): boolean {
  if (person !== null && !live(doc, 'people', person)) return false
  return setRecordValues(doc, actor, 'setAgeOf', TIMELINE, { ageOf: person })
}
