/**
 * Drawn text (a tree of blocks, as the canvas's editor holds it) as a flat run of letters, so that two people can type in
 * it at once: a shared text merges letters, not trees. Every block ends in a newline that carries what the block is.
 */

/** A letter, or the end of a block, with what it looks like. */
export interface Unit {
  /** One code point. */
  char: string
  /** Marks of a letter (`true`, or their attributes as JSON); of the end of a block, which nodes stand around it. */
  look: Readonly<Record<string, string | true>>
}

export interface DocNode {
  type: string
  attrs?: Readonly<Record<string, unknown>>
  content?: readonly DocNode[]
  marks?: readonly { type: string; attrs?: Readonly<Record<string, unknown>> }[]
  text?: string
}

const END = '\n'
/** A break within a block. */
const BREAK = '\u2028'

/** Of the nodes around a block, from the outside in; `shared`: how many of them it stands in together with the one before. */
interface Around {
  nodes: readonly Omit<DocNode, 'content'>[]
  shared: number
}
const BLOCK = 'block'
const PLAIN: Around = { nodes: [{ type: 'paragraph' }], shared: 0 }

/** The letters of a text, block after block. */
export function unitsOf(doc: DocNode): Unit[] {
  const units: Unit[] = []
  let before: readonly DocNode[] = []
  const walk = (node: DocNode, path: readonly DocNode[]) => {
    const inner = node.content ?? []
    if (inner.some(isBlock)) return inner.forEach((child) => walk(child, [...path, child]))
    for (const child of inner) {
      const look = lookOf(child)
      const text = child.type === 'hardBreak' ? BREAK : (child.text ?? '').replaceAll(END, BREAK)
      for (const char of text) units.push({ char, look })
    }
    let shared = 0
    while (shared < path.length - 1 && path[shared] === before[shared]) shared++
    before = path
    const nodes = path.map(({ type, attrs }) => ({ type, ...(attrs && { attrs }) }))
    units.push({ char: END, look: { [BLOCK]: JSON.stringify({ nodes, shared }) } })
  }
  for (const block of doc.content ?? []) walk(block, [block])
  return units
}

/** In one order, so that the same look is the same. */
function lookOf({ marks = [] }: DocNode): Unit['look'] {
  const sorted = [...marks].sort((a, b) => (a.type < b.type ? -1 : 1))
  return Object.fromEntries(sorted.map(({ type, attrs }) => [type, attrs ? JSON.stringify(attrs) : true]))
}

const isBlock = ({ type }: DocNode) => type !== 'text' && type !== 'hardBreak'

/** The text of these letters: the opposite of `unitsOf`. Never without a block; what no block ends is a paragraph. */
export function docOf(units: readonly Unit[]): DocNode {
  const doc: DocNode & { content: DocNode[] } = { type: 'doc', content: [] }
  let open: (DocNode & { content?: DocNode[] })[] = [doc]
  let letters: Unit[] = []
  const close = (around: Around) => {
    const names = open.slice(1).map(({ type }) => type)
    // Others may have taken away the block before: what is shared is what is there to share.
    let shared = 0
    while (shared < around.shared && names[shared] === around.nodes[shared]?.type) shared++
    shared = Math.min(shared, around.nodes.length - 1)
    open = open.slice(0, shared + 1)
    for (const node of around.nodes.slice(shared)) {
      const made: DocNode & { content?: DocNode[] } = { ...node }
      const parent = open.at(-1) as { content?: DocNode[] }
      parent.content = [...(parent.content ?? []), made]
      open.push(made)
    }
    const content = inline(letters)
    const block = open.at(-1) as { content?: DocNode[] }
    if (content.length > 0) block.content = content
    letters = []
  }
  for (const unit of units) {
    if (unit.char === END) close(aroundOf(unit))
    else letters.push(unit)
  }
  if (letters.length > 0 || doc.content.length === 0) close(PLAIN)
  return doc
}

/** A paragraph where what stands there is none of ours. */
function aroundOf({ look }: Unit): Around {
  const around = parsed(look[BLOCK]) as Partial<Around> | null
  const isOurs = Array.isArray(around?.nodes) && around.nodes.length > 0 && typeof around.shared === 'number'
  return isOurs ? (around as Around) : PLAIN
}

function parsed(json: unknown): unknown {
  try {
    return typeof json === 'string' ? JSON.parse(json) : null
  } catch {
    return null
  }
}

/** Letters that look the same are one piece of text. */
function inline(letters: readonly Unit[]): DocNode[] {
  const nodes: DocNode[] = []
  let last: { key: string; node: DocNode & { text: string } } | undefined
  for (const { char, look } of letters) {
    const key = JSON.stringify(look)
    if (char === BREAK) {
      last = undefined
      nodes.push({ type: 'hardBreak' })
    } else if (last?.key === key) last.node.text += char
    else {
      const marks = Object.entries(look).map(([type, value]) => {
        const attrs = parsed(value)
        return attrs && typeof attrs === 'object' ? { type, attrs: { ...attrs } } : { type }
      })
      last = { key, node: { type: 'text', ...(marks.length > 0 && { marks }), text: char } }
      nodes.push(last.node)
    }
  }
  return nodes
}

/** A part of a text that is replaced. */
export interface Splice {
  /** Where, in the version before. */
  at: number
  removed: number
  inserted: readonly Unit[]
}

/** Beyond so many comparisons what lies between two changes counts as changed too. */
const MOST_COMPARED = 250_000

/** From `before` to `after`, from left to right: letters that stay are not touched. */
export function splicesBetween(before: readonly Unit[], after: readonly Unit[]): Splice[] {
  const [a, b] = [before.map(nameOf), after.map(nameOf)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [rows, columns] = [a.length - start - end, b.length - start - end]
  if (rows === 0 && columns === 0) return []
  const whole = { at: start, removed: rows, inserted: after.slice(start, after.length - end) }
  if (rows === 0 || columns === 0 || rows * columns > MOST_COMPARED) return [whole]
  return splicesIn(a.slice(start, a.length - end), b.slice(start, b.length - end)).map(
    ({ at, removed, from, to }) => ({
      at: start + at,
      removed,
      inserted: after.slice(start + from, start + to),
    }),
  )
}

const nameOf = ({ char, look }: Unit) => char + JSON.stringify(look)

/** By the longest run of letters that stay (Wagner and Fischer, 1974): `from` and `to` in `b`. */
function splicesIn(a: readonly string[], b: readonly string[]) {
  const width = b.length + 1
  const stay = new Uint16Array((a.length + 1) * width)
  const staying = (i: number, j: number) => stay[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      stay[i * width + j] =
        a[i] === b[j] ? staying(i + 1, j + 1) + 1 : Math.max(staying(i + 1, j), staying(i, j + 1))
  const found: { at: number; removed: number; from: number; to: number }[] = []
  let last: (typeof found)[number] | null = null
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      last = null
      i++
      j++
      continue
    }
    if (!last) found.push((last = { at: i, removed: 0, from: j, to: j }))
    if (j >= b.length || (i < a.length && staying(i + 1, j) >= staying(i, j + 1))) {
      last.removed++
      i++
    } else last.to = ++j
  }
  return found
}

/** `theirs`, with what was done to `base` here and not told yet done to it too. */
export function mergeUnits(base: readonly Unit[], ours: readonly Unit[], theirs: readonly Unit[]): Unit[] {
  const put = new Map<number, { inserted: Unit[]; isGone: boolean }>()
  const at = (i: number) => {
    const known = put.get(i) ?? { inserted: [], isGone: false }
    put.set(i, known)
    return known
  }
  for (const splices of [splicesBetween(base, theirs), splicesBetween(base, ours)])
    for (const { at: from, removed, inserted } of splices) {
      at(from).inserted.push(...inserted)
      for (let i = from; i < from + removed; i++) at(i).isGone = true
    }
  const merged: Unit[] = []
  for (let i = 0; i <= base.length; i++) {
    const here = put.get(i)
    merged.push(...(here?.inserted ?? []))
    const unit = base[i]
    if (unit && !here?.isGone) merged.push(unit)
  }
  return merged
}
