import type { Case, CaseRelation } from '@/lib/case/schema'
import { byText } from './byText'
import { heldAt, type Moment, type Span, spanAt } from './hold'
import type { GenoHousehold, GenoPin, GenoRelation } from './types'

/** Something of which it is not certain that it was so then; said, and not drawn as if it were certain. */
export interface GenoPerhaps {
  what: 'born' | 'died' | 'phase' | 'parentage' | 'household' | 'relation'
  /** Id of the person, union, parentage, household or relation. */
  id: string
}

/** Two sides that somebody put beside each other: "Lijkt dit op elkaar?" */
export interface GenoParallel {
  id: string
  title: string
  /** Ids of what is in the picture. */
  left: readonly string[]
  right: readonly string[]
}

/** Of two pins of one record, as two people can make at once, the later one. */
export function pinsOf(all: Case, here: ReadonlySet<string>): GenoPin[] {
  const latest = new Map<string, { at: number; pin: GenoPin }>()
  for (const { view, record, x, y, createdAt } of all.pins) {
    if (view !== 'genogram' || !here.has(record)) continue
    if ((latest.get(record)?.at ?? -1) > createdAt) continue
    latest.set(record, { at: createdAt, pin: { id: record, x, y } })
  }
  return [...latest.values()].map(({ pin }) => pin).sort((a, b) => byText(a.id, b.id))
}

interface Found<T> {
  lines: T[]
  perhaps: GenoPerhaps[]
}

/**
 * Lines between who is here that had begun; what was over is there, and said to be. A line to a group has no place in
 * the picture: it is in the list and in the story.
 */
export function relationsOf(
  all: Case,
  here: ReadonlySet<string>,
  moment: Moment,
  sayer: (by: CaseRelation['accordingTo']) => string,
  reserved: ReadonlySet<string>,
): Found<GenoRelation> {
  const found: Found<GenoRelation> = { lines: [], perhaps: [] }
  for (const { id, from, to, type, directed, order, date, support, accordingTo, secret } of all.relations) {
    if (from === to || !here.has(from) || !here.has(to)) continue
    const span = standing(date, moment)
    if (span.begun === 'no') continue
    const ended = span.over === 'yes'
    found.lines.push({
      id,
      from,
      to,
      type,
      directed,
      order,
      ended,
      support,
      accordingTo: sayer(accordingTo),
      secret,
      reserved: reserved.has(id),
    })
    if (!ended && heldAt(span) === 'perhaps') found.perhaps.push({ what: 'relation', id })
  }
  return found
}

/** Who lived together then, of who is here. */
export function householdsOf(all: Case, people: ReadonlySet<string>, moment: Moment): Found<GenoHousehold> {
  const found: Found<GenoHousehold> = { lines: [], perhaps: [] }
  for (const { id, name, members, order, date } of all.households) {
    const inside = members.filter((member) => people.has(member))
    const held = heldAt(standing(date, moment))
    if (inside.length === 0 || held === 'no') continue
    found.lines.push({ id, name, members: inside, order })
    if (held === 'perhaps') found.perhaps.push({ what: 'household', id })
  }
  return found
}

/** Parallels of which something of both sides is in the picture. */
export function parallelsOf(all: Case, here: ReadonlySet<string>): GenoParallel[] {
  const lines = [...all.relations, ...all.households, ...all.partnerships].map(({ id }) => id)
  const known = new Set([...here, ...lines])
  return all.parallels
    .map(({ id, title, left, right }) => ({
      id,
      title,
      left: left.filter((one) => known.has(one)),
      right: right.filter((one) => known.has(one)),
    }))
    .filter(({ left, right }) => left.length > 0 && right.length > 0)
}

/** What has no date stands today; whether it did in the past, nobody knows. */
function standing(date: string | null, moment: Moment): Span {
  if (date === null && moment.at >= moment.today) return { begun: 'yes', over: 'no' }
  return spanAt(date, moment)
}
