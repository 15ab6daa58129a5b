import type { EntryWords, Role } from './words'

export interface RolePiece {
  role: Role
  /** Of who is named (`children`, `siblings`, `parents`, `partner`), or of who was named before (`…Of`). */
  gender: 'male' | 'female' | 'unknown'
  /** What comes after the words of the role: names. */
  rest: string
}

/** The words at the beginning of a piece that say how people belong together; null when there are none. */
export function readRole(text: string, words: EntryWords): RolePiece | null {
  const parts = text.trim().split(/\s+/u)
  const married = readMarriedTo(parts, words)
  if (married) return married
  const { type, count, word } = readWay(parts, words)
  const rest = parts.slice(count)
  const isOf = rest[0]?.toLowerCase() === words.of
  const names = (isOf ? rest.slice(1) : rest).join(' ')
  if (names === '') return null
  const found = (['child', 'parent', 'sibling', 'partner'] as const).find((kind) =>
    Object.hasOwn(words[kind], word),
  )
  if (!found || (type !== null && found !== 'child' && found !== 'parent')) return null
  const gender = words[found][word] ?? 'unknown'
  const way = type ?? 'biological'
  const roles: Readonly<Record<typeof found, Role>> = {
    child: isOf ? { role: 'childOf', type: way } : { role: 'children', type: way },
    parent: isOf ? { role: 'parentOf', type: way } : { role: 'parents', type: way },
    sibling: isOf ? { role: 'siblingOf' } : { role: 'siblings' },
    partner: { role: 'partner', phase: null },
  }
  // "Partner van Ruud" says of who came before what "partner Ruud" says of Ruud.
  return { role: roles[found], gender: found === 'partner' && isOf ? 'unknown' : gender, rest: names }
}

/** "getrouwd met Ruud". */
function readMarriedTo(parts: readonly string[], words: EntryWords): RolePiece | null {
  const at = parts.findIndex((part) => part.toLowerCase() === words.with)
  const phase = words.phases[parts.slice(0, at).join(' ').toLowerCase()]
  const rest = parts.slice(at + 1).join(' ')
  if (at < 1 || phase === undefined || rest === '') return null
  return { role: { role: 'partner', phase }, gender: 'unknown', rest }
}

/** "pleegdochter", "foster daughter", "dochter": how, how many words that took, and the word of the role itself. */
function readWay(
  parts: readonly string[],
  words: EntryWords,
): { type: string | null; count: number; word: string } {
  const [first = '', second = ''] = parts.map((part) => part.toLowerCase())
  const own = words.ways[first]
  if (own !== undefined) return { type: own, count: 2, word: second }
  const prefix = Object.keys(words.ways).find((way) => first.startsWith(way))
  if (prefix !== undefined)
    return { type: words.ways[prefix] ?? null, count: 1, word: first.slice(prefix.length).replace(/^-/, '') }
  return { type: null, count: 1, word: first }
}
