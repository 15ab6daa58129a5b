import * as Y from 'yjs'

/**
 * Whether `doc` has all that this update builds on. What it lacks Yjs would keep aside for ever, and the server would
 * never take; so what does not fit is given back as words instead.
 */
export function fits(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  const after = new Map<number, number>()
  const clockOf = (client: number) => after.get(client) ?? Y.getState(doc.store, client)
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip) continue
    if (clock > clockOf(client)) return false
    after.set(client, Math.max(clockOf(client), clock + struct.length))
  }
  const isKnown = (id: Y.ID | null) => id === null || id.clock < clockOf(id.client)
  const isPlaced = (struct: unknown) =>
    !(struct instanceof Y.Item) ||
    [struct.origin, struct.rightOrigin, struct.parent].every((on) => !(on instanceof Y.ID) || isKnown(on))
  return (
    structs.every(isPlaced) &&
    [...ds.clients].every(([client, ranges]) =>
      ranges.every(({ clock, len }) => clock + len <= clockOf(client)),
    )
  )
}
