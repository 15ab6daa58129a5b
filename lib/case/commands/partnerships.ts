import type * as Y from 'yjs'
import type { CasePartnership } from '../schema'
import { type Actor, setRecordValues } from './run'

/** Whether a couple will have children (any more); null for nothing said. */
export function setMoreChildren(
  doc: Y.Doc,
  actor: Actor,
  { id, moreChildren }: Pick<CasePartnership, 'id' | 'moreChildren'>,
): boolean {
  return setRecordValues(doc, actor, 'setMoreChildren', { kind: 'partnerships', id }, { moreChildren })
}
