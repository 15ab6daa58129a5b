import type * as Y from 'yjs'
import type { CasePerson } from '../schema'
import { type Actor, setRecordValues } from './run'
import { setTextAs } from './texts'

type Input<F extends keyof CasePerson> = { id: string } & Pick<CasePerson, F>

/** How somebody lives: man, woman, non-binary, or not known. */
export function setGender(doc: Y.Doc, actor: Actor, { id, gender }: Input<'gender'>): boolean {
  return setRecordValues(doc, actor, 'setGender', { kind: 'people', id }, { gender })
}

/** The sex that was written down at birth, where that differs and they want it to be seen; null for nothing said. */
export function setBirthGender(doc: Y.Doc, actor: Actor, { id, birthGender }: Input<'birthGender'>): boolean {
  return setRecordValues(doc, actor, 'setBirthGender', { kind: 'people', id }, { birthGender })
}

/** A person, a pet, a pregnancy, or one that was lost. */
export function setKind(doc: Y.Doc, actor: Actor, { id, kind }: Input<'kind'>): boolean {
  return setRecordValues(doc, actor, 'setKind', { kind: 'people', id }, { kind })
}

/** When they died, as it was said; a date of null is "died, nobody knows when", `death` null is alive. */
export function setDeath(doc: Y.Doc, actor: Actor, { id, death }: Input<'death'>): boolean {
  return setRecordValues(doc, actor, 'setDeath', { kind: 'people', id }, { death })
}

/** What somebody is in this family or network, in people's own words: "moeder", "juf". */
export function setRole(doc: Y.Doc, actor: Actor, { id, role }: Input<'role'>): boolean {
  const text = role.trim()
  return setTextAs(doc, actor, 'setRole', { kind: 'people', id, field: 'role', text })
}

/** Where somebody lives. */
export function setPlace(doc: Y.Doc, actor: Actor, { id, place }: Input<'place'>): boolean {
  return setRecordValues(doc, actor, 'setPlace', { kind: 'people', id }, { place: place.trim() })
}

/** What can be shown at somebody's symbol besides who they are; what is left out stays. */
export function setMarks(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string } & Partial<Pick<CasePerson, 'illness' | 'addiction' | 'migrated' | 'secret'>>,
): boolean {
  const { id, ...marks } = input
  return setRecordValues(doc, actor, 'setMarks', { kind: 'people', id }, marks)
}
