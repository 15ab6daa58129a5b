import type { CsvEvent } from './types'
import { EXITS, plain } from './vocabulary'

/** As in the case's schema, in UTF-16 units. */
const MAX_EXIT = 500

/**
 * The names of a cell, separated by a comma, semicolon or line end; one that holds a separator itself stands in
 * double quotes, as `writeNames` puts it.
 */
export function namesIn(cell: string): string[] {
  const found = [...cell.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,;\n]*))\s*(?:[,;\n]|$)/gu)]
  const names = found.map(([, quoted, bare]) => (quoted?.replaceAll('""', '"') ?? bare ?? '').trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

export function writeNames(names: readonly string[]): string {
  return names.map((name) => (/^"|[,;\n]/u.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(', ')
}

/** Ways out of a roundabout, one a line: "genomen: naar oma". Null when a line does not say which kind it is. */
export function exitsIn(cell: string): CsvEvent['exits'] | null {
  const lines = cell.split('\n').map((line) => line.trim())
  const exits = lines
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf(':')
      const status = at < 0 ? undefined : EXITS.get(plain(line.slice(0, at)))
      const text = line.slice(at + 1).trim()
      return status === undefined || text.length > MAX_EXIT ? null : { status, text }
    })
  return exits.every((exit) => exit !== null) ? exits : null
}
