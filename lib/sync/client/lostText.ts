import * as Y from 'yjs'

/**
 * The words in updates that the server refused, so that their writer can copy them: typed text and strings in
 * values, in the order in which they were written, one a line.
 */
export function lostText(updates: readonly Uint8Array[]): string {
  const lines: string[] = []
  let typed = ''
  let lastEnd = -1
  const flush = () => {
    if (typed.trim()) lines.push(typed.trim())
    typed = ''
  }
  for (const struct of updates.flatMap((update) => Y.decodeUpdate(update).structs)) {
    if (!(struct instanceof Y.Item)) continue
    const { content } = struct
    if (content instanceof Y.ContentString) {
      if (struct.id.clock !== lastEnd) flush()
      typed += content.str
      lastEnd = struct.id.clock + struct.length
    } else if (content instanceof Y.ContentAny) {
      flush()
      for (const value of content.arr) if (typeof value === 'string' && /\s/.test(value)) lines.push(value)
    }
  }
  flush()
  return lines.join('\n')
}
