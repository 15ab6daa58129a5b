import type * as Y from 'yjs'
import { type Actor, command, create, live, setMember, setRecordValues } from './run'

/** Who live together, since when or in what period; its id, or null when nobody of them is there. */
export function addHousehold(
  doc: Y.Doc,
  actor: Actor,
  input: { name?: string; members: readonly string[]; date?: string | null; originalText?: string },
): string | null {
  const members = [...new Set(input.members)].filter((id) => live(doc, 'people', id)).sort()
  if (members.length === 0) return null
  const { name = '', date = null, originalText = '' } = input
  return create(doc, actor, 'addHousehold', 'households', { name: name.trim(), members, date, originalText })
}

/** Says that somebody lives there or not; taking away works for who is no longer in the case as well. */
export function setHouseholdMember(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; member: string; present: boolean },
): boolean {
  const { member, present } = input
  const household = live(doc, 'households', input.id)
  if (!household || (present && !live(doc, 'people', member))) return false
  return command(doc, actor, 'setHouseholdMember', () =>
    setMember('households', household, 'members', member, present),
  )
}

/** Since when, or in what period, they live together, as it was said. */
export function setHouseholdDate(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; date: string | null; originalText: string },
): boolean {
  const { id, ...dated } = input
  return setRecordValues(doc, actor, 'setHouseholdDate', { kind: 'households', id }, dated)
}
