import { generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { sayDate } from '@/lib/dates/say'
import { shiftExactly } from '@/lib/dates/shiftExactly'
import type { Locale } from '@/lib/dates/types'
import { PreparingOrigin } from '../origins'
import { type CircleName, Event, type EventKindName } from '../schema'
import { dateNow } from './dates'
import { eventFields, type NewEvent } from './events'
import { setDateOf } from './facts'
import { type Actor, command, live, prepare, publish, setMember, setValues } from './run'

/** Adds moments as one step, those of one date in the order given; the ids of those that fit. */
export function addEvents(doc: Y.Doc, actor: Actor, inputs: readonly NewEvent[]): string[] {
  const orders = generateNKeysBetween(null, null, inputs.length)
  const ids = doc.transact(
    () =>
      inputs
        .map((input, i) => {
          const order = orders[i] ?? 'a0'
          return prepare(doc, actor, 'events', { ...eventFields(actor, input), order })
        })
        .filter((id) => id !== null),
    new PreparingOrigin(),
  )
  if (ids.length > 0) {
    command(doc, actor, 'addEvents', () => {
      for (const id of ids) publish(doc, 'events', id)
    })
  }
  return ids
}

/** One change of many moments at once. */
export type ManyChange =
  | { what: 'kind'; kind: EventKindName }
  | { what: 'side'; side: string }
  | { what: 'source'; source: CircleName | null }
  | { what: 'crucial'; crucial: boolean }
  | { what: 'member'; kind: 'people' | 'organisations'; id: string; present: boolean }
  | { what: 'shift'; count: number; unit: 'day' | 'month' | 'year'; locale: Locale }
  | { what: 'bin' }

/**
 * Changes moments as one step; the ids of those that changed. A date that cannot move by exactly so much (a year by
 * three months), that hangs on something else or is not known stays as it is.
 */
export function changeEvents(
  doc: Y.Doc,
  actor: Actor,
  input: { ids: readonly string[]; change: ManyChange },
): string[] {
  return command(doc, actor, 'changeEvents', () =>
    input.ids.filter((id) => {
      const event = live(doc, 'events', id)
      return event !== null && changeOne(doc, actor, { id, event }, input.change)
    }),
  )
}

function changeOne(
  doc: Y.Doc,
  actor: Actor,
  { id, event }: { id: string; event: Y.Map<unknown> },
  change: ManyChange,
): boolean {
  switch (change.what) {
    case 'kind':
      return setValues(Event, event, { kind: change.kind })
    case 'side':
      return setValues(Event, event, { side: change.side })
    case 'source':
      return setValues(Event, event, { source: change.source })
    case 'crucial':
      return setValues(Event, event, { crucial: change.crucial })
    case 'member':
      // Only who is in the case can be added; taking away works for everybody.
      if (change.present && !live(doc, change.kind, change.id)) return false
      return setMember('events', event, change.kind, change.id, change.present)
    case 'shift': {
      const date = event.get('anchor') ? null : dateNow(doc, id)
      if (date === null) return false
      const moved = shiftExactly(date, change.count, change.unit)
      if (moved === null || moved === date) return false
      return setDateOf(doc, event, { date: moved, originalText: sayDate(moved, change.locale) })
    }
    case 'bin':
      return setValues(Event, event, { binned: { by: actor.principal, at: actor.now } })
  }
}
