import { placesOf } from './queries'
import type { Case } from './schema'

/** What can be put in the bin from its card. */
export type LivingMap = 'people' | 'organisations' | 'events' | 'relations'

/** Where in the case something is seen or named, so that who puts it away knows what is missed. */
export interface Lives {
  /** Moments of a person or an organisation; of a moment itself none. */
  moments: number
  /** In the family: partners, children, households and lines between people. */
  genogram: boolean
  stakeholders: boolean
  /** People of the organisation. */
  members: number
  threads: number
  notes: number
  /** Moments whose date follows from it. */
  dates: number
}

/** Counts what is not in the bin; pure, and the same for everybody with the same case. */
export function livesOf(all: Case, kind: LivingMap, id: string): Lives {
  const { moments, genogram, members, stakeholders } = placesOf(all, id)
  const stakes = all.stakes.filter(({ subject }) => subject === id).map((stake) => stake.id)
  const ids = new Set([id, ...stakes])
  const event = kind === 'events' ? all.events.find((one) => one.id === id) : undefined
  const line = kind === 'relations' ? all.relations.find((one) => one.id === id) : undefined
  const inField = (who: string) => all.stakes.some(({ subject }) => subject === who)
  return {
    moments,
    members,
    genogram: genogram > 0 || line !== undefined || (event !== undefined && event.fact !== null),
    stakeholders: stakeholders > 0 || (line !== undefined && inField(line.from) && inField(line.to)),
    threads: all.threads.filter(({ items }) => items.some((item) => ids.has(item))).length,
    notes: all.notes.filter(({ about }) => about.some((one) => ids.has(one))).length,
    dates: all.events.filter(({ anchor }) => anchor?.id === id).length,
  }
}
