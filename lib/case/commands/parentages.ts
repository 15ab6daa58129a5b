import type * as Y from 'yjs'
import type { RecordInput } from '../doc'
import { mayBeChild, parentsIn, readKin } from '../kin'
import { RECORDS } from '../schema'
import { type Actor, command, live, setRecordValues, setValues } from './run'

/**
 * How a child is somebody's, since when or in what period, and whether children of one pregnancy are identical; what
 * is left out stays. False for a third parent by birth.
 */
export function setParentage(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string } & Partial<Pick<RecordInput<'parentages'>, 'type' | 'date' | 'originalText'>>,
): boolean {
  const { id, ...values } = input
  const kin = readKin(doc)
  const one = kin.parentages.find((parentage) => parentage.id === id)
  if (!one || values.type === '') return false
  const others = { ...kin, parentages: kin.parentages.filter((parentage) => parentage !== one) }
  const { type = one.type } = values
  if (type !== one.type && !mayBeChild(others, one.child, parentsIn(kin, one), type)) return false
  return setRecordValues(doc, actor, 'setParentage', { kind: 'parentages', id }, values)
}

/**
 * Children of one pregnancy: at least two of the same parents. `identical` is null when nobody knows. False when they
 * are not of the same parents, or nothing differs.
 */
export function setMultiple(
  doc: Y.Doc,
  actor: Actor,
  input: { parentages: readonly string[]; identical: boolean | null },
): boolean {
  const ids = new Set(input.parentages)
  const chosen = readKin(doc).parentages.filter(({ id }) => ids.has(id))
  const [first] = chosen
  if (!first || chosen.length < 2 || chosen.length < ids.size) return false
  const isSame = chosen.every(
    ({ partnership, parent }) => partnership === first.partnership && parent === first.parent,
  )
  if (!isSame || new Set(chosen.map(({ child }) => child)).size < chosen.length) return false
  const known = first.multiple !== null && chosen.every(({ multiple }) => multiple === first.multiple)
  const multiple = known ? first.multiple : actor.newId()
  return command(doc, actor, 'setMultiple', () => {
    const changed = chosen.map(({ id }) => {
      const record = live(doc, 'parentages', id)
      return (
        record !== null && setValues(RECORDS.parentages, record, { multiple, identical: input.identical })
      )
    })
    return changed.includes(true)
  })
}

/** A child of a pregnancy of its own after all. */
export function clearMultiple(doc: Y.Doc, actor: Actor, id: string): boolean {
  const alone = { multiple: null, identical: null }
  return setRecordValues(doc, actor, 'clearMultiple', { kind: 'parentages', id }, alone)
}
