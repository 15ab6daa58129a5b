import * as Y from 'yjs'
import { plainOf, sharedOf, type LeavesOut, type Plain } from './plain'

/** The new document is not what the old one says: nothing may be thrown away for it. */
class NotTheSame extends Error {
  override readonly name = 'NotTheSame'
}

/**
 * A new document that says what `doc` says, under a client id that nobody has used, without its history: nothing that
 * was deleted is in it. Throws when it is not the same, before anything is thrown away for it.
 */
export function copyDocument(doc: Y.Doc, leavesOut?: LeavesOut): Y.Doc {
  const fresh = new Y.Doc()
  while (Y.getState(doc.store, fresh.clientID) > 0) fresh.clientID = random32()
  const tops = [...doc.share.keys()].flatMap((name) => {
    const top = topType(doc, name)
    return top ? [{ name, plain: plainOf(top, leavesOut, [name]) }] : []
  })
  fresh.transact(() => {
    for (const { name, plain } of tops) fill(fresh, name, plain)
  })
  const read = new Y.Doc()
  Y.applyUpdate(read, Y.encodeStateAsUpdate(fresh))
  for (const { name, plain } of tops) {
    const type =
      plain.is === 'map' ? read.getMap(name) : plain.is === 'list' ? read.getArray(name) : read.getText(name)
    if (!isSame(plainOf(type), plain)) throw new NotTheSame(`${name} was not copied whole`)
  }
  read.destroy()
  return fresh
}

const random32 = () => Math.floor(Math.random() * 2 ** 32)

/**
 * A top-level type as what it is used for. Until somebody asks for it by its kind, Yjs does not know: then what is in
 * it tells. Null for one without anything in it.
 */
export function topType(doc: Y.Doc, name: string): Y.AbstractType<unknown> | null {
  const known = doc.share.get(name) as Y.AbstractType<unknown>
  if (known.constructor !== Y.AbstractType) return known
  if (known._map.size > 0) return doc.getMap(name) as Y.AbstractType<unknown>
  let isText = false
  for (let item = known._start; item; item = item.right)
    isText ||= [Y.ContentString, Y.ContentFormat, Y.ContentEmbed].some(
      (kind) => item?.content instanceof kind,
    )
  if (!known._start) return null
  return (isText ? doc.getText(name) : doc.getArray(name)) as Y.AbstractType<unknown>
}

function fill(doc: Y.Doc, name: string, plain: Plain): void {
  switch (plain.is) {
    case 'map': {
      const map = doc.getMap(name)
      for (const [key, value] of plain.entries) map.set(key, sharedOf(value))
      return
    }
    case 'list':
      return doc.getArray(name).push(plain.items.map(sharedOf))
    case 'text':
      return doc.getText(name).applyDelta(plain.runs)
    case 'value':
  }
}

/** Maps have no order. */
function isSame(one: Plain, other: Plain): boolean {
  if (one.is === 'map' && other.is === 'map') {
    const theirs = new Map(other.entries)
    return (
      one.entries.length === theirs.size &&
      one.entries.every(([key, value]) => {
        const its = theirs.get(key)
        return its !== undefined && isSame(value, its)
      })
    )
  }
  if (one.is === 'list' && other.is === 'list')
    return (
      one.items.length === other.items.length &&
      one.items.every((item, i) => {
        const its = other.items[i]
        return its !== undefined && isSame(item, its)
      })
    )
  return one.is === other.is && JSON.stringify(one, asText) === JSON.stringify(other, asText)
}

const asText = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)
