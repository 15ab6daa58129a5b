import type * as Y from 'yjs'
import { applyTextDiff, clip } from '../diffText'
import { isText, nestedRecord, textOf } from '../doc'
import { fieldsOf } from '../fields'
import { Lane, RECORDS, type RecordMap } from '../schema'
import { type Actor, command, live } from './run'

/** Makes a text of a record read `text`; what others type in it meanwhile stays. Too long is cut. */
export function setText(
  doc: Y.Doc,
  actor: Actor,
  input: { kind: RecordMap; id: string; field: string; text: string },
): boolean {
  return setTextAs(doc, actor, 'setText', input)
}

/** The title of the board. */
export function setTitle(doc: Y.Doc, actor: Actor, title: string): boolean {
  return setTextAs(doc, actor, 'setTitle', { kind: 'meta', id: 'case', field: 'title', text: title })
}

/** The question that the case owner brings. */
export function setQuestion(doc: Y.Doc, actor: Actor, question: string): boolean {
  return setTextAs(doc, actor, 'setQuestion', { kind: 'meta', id: 'case', field: 'question', text: question })
}

/** The name of a side of the timeline. */
export function renameLane(doc: Y.Doc, actor: Actor, input: { id: string; name: string }): boolean {
  const name = nestedRecord(live(doc, 'views', 'timeline'), 'lanes', input.id)?.get('name')
  if (!isText(name)) return false
  const max = fieldsOf(Lane).get('name')?.max ?? 0
  return command(doc, actor, 'renameLane', () => applyTextDiff(name, clip(input.name, max)))
}

/** `setText` as a command of another name. */
export function setTextAs(
  doc: Y.Doc,
  actor: Actor,
  name: string,
  input: { kind: RecordMap; id: string; field: string; text: string },
): boolean {
  const field = fieldsOf(RECORDS[input.kind]).get(input.field)
  const text = live(doc, input.kind, input.id) && textOf(doc, input.kind, input.id, input.field)
  if (field?.kind !== 'text' || !text) return false
  return command(doc, actor, name, () => applyTextDiff(text, clip(input.text, field.max)))
}
