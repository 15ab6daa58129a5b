import type * as Y from 'yjs'
import type { CaseView, CircleName } from '../schema'
import { type Actor, command, live, setMember, setRecordValues } from './run'

const GENOGRAM = { kind: 'views', id: 'genogram' } as const

/** How the geno-sociogram is drawn, for everybody; what is left out stays. */
export function setGenogramStyle(
  doc: Y.Doc,
  actor: Actor,
  style: Partial<Pick<CaseView, 'profile' | 'cross' | 'innerGender' | 'marks'>>,
): boolean {
  return setRecordValues(doc, actor, 'setGenogramStyle', GENOGRAM, style)
}

/** Shows or hides a circle: the family, the network, the professionals. */
export function setCircleShown(
  doc: Y.Doc,
  actor: Actor,
  input: { circle: CircleName; shown: boolean },
): boolean {
  const view = live(doc, 'views', 'genogram')
  if (!view) return false
  return command(doc, actor, 'setCircleShown', () =>
    setMember('views', view, 'hiddenCircles', input.circle, !input.shown),
  )
}
