import type { Entry, Stored } from '../store/journal'

/** Our entries without those that are among `rows` already: a commit was done, and its answer lost on the way. */
export function remaining(ours: readonly Entry[], rows: readonly Stored[]): Entry[] {
  const written = [...rows]
  return ours.filter((entry) => {
    const at = written.findIndex((row) => isSame(entry, row))
    if (at >= 0) written.splice(at, 1)
    return at < 0
  })
}

function isSame(entry: Entry, row: Entry): boolean {
  return entry.principalId === row.principalId && Buffer.compare(entry.update, row.update) === 0
}

/** Whether both add clocks to one client id: somebody moved to another node, or two write under one id. */
export function sharesClients(ours: readonly Entry[], rows: readonly Stored[]): boolean {
  const clients = new Set(ours.flatMap((entry) => entry.clients.map(([client]) => client)))
  return rows.some((row) => row.clients.some(([client]) => clients.has(client)))
}
