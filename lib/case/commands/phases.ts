import type * as Y from 'yjs'
import { generateKeyBetween } from 'fractional-indexing'
import { isMap, nestedRecord, sharedRecord } from '../doc'
import { Phase } from '../schemaFamily'
import type { NewPhase } from './kin'
import { type Actor, command, live, setValues } from './run'

/** What two people are to each other from a moment on, behind what is there; its key, or null when it does not fit. */
export function addPhase(
  doc: Y.Doc,
  actor: Actor,
  input: { partnership: string; phase: NewPhase },
): string | null {
  const phases = live(doc, 'partnerships', input.partnership)?.get('phases')
  const key = actor.newId()
  if (!isMap(phases)) return null
  return command(doc, actor, 'addPhase', () => (putPhase(phases, key, input.phase) ? key : null))
}

/** Puts a phase behind the others inside a command; false when it does not fit. */
export function putPhase(phases: Y.Map<unknown>, key: string, phase: NewPhase): boolean {
  const parsed = Phase.safeParse({ ...phase, order: lastOrder(phases) })
  if (!parsed.success || parsed.data.type === '') return false
  phases.set(key, sharedRecord(Phase, parsed.data))
  return true
}

/** Another kind or date of a phase; what is left out stays. */
export function setPhase(
  doc: Y.Doc,
  actor: Actor,
  input: { partnership: string; phase: string } & Partial<NewPhase>,
): boolean {
  const { partnership, phase, ...values } = input
  const record = nestedRecord(live(doc, 'partnerships', partnership), 'phases', phase)
  if (!record || values.type === '') return false
  return command(doc, actor, 'setPhase', () => setValues(Phase, record, values))
}

/** Takes a phase away; undo brings it back. */
export function removePhase(
  doc: Y.Doc,
  actor: Actor,
  input: { partnership: string; phase: string },
): boolean {
  const phases = live(doc, 'partnerships', input.partnership)?.get('phases')
  if (!isMap(phases) || !phases.has(input.phase)) return false
  return command(doc, actor, 'removePhase', () => {
    phases.delete(input.phase)
    return true
  })
}

function lastOrder(phases: Y.Map<unknown>): string {
  const keys = [...phases.values()].map((phase) => (isMap(phase) ? (phase.get('order') ?? 'a0') : null))
  const last = keys
    .filter((key) => typeof key === 'string')
    .sort()
    .at(-1)
  try {
    return generateKeyBetween(last ?? null, null)
  } catch {
    return 'a0'
  }
}
