/** How deep lists in drawn text may lie in each other, counted in nodes. */
const MAX_DEPTH = 16

const NODES = new Set(['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'hardBreak', 'text'])
const MARKS = new Set(['bold', 'italic', 'strike', 'code', 'highlight', 'link'])
const LINK = /^(https?:\/\/|mailto:)/i

/**
 * Whether drawn text is made only of what the canvas can draw. The canvas library looks no further than the
 * outermost node, and one node that it does not know takes the whole canvas away from everybody.
 */
export function isDrawableText(value: unknown): boolean {
  return isObject(value) && value['type'] === 'doc' && areNodes(value['content'], 1)
}

function areNodes(content: unknown, depth: number): boolean {
  return Array.isArray(content) && depth <= MAX_DEPTH && content.every((node) => isNode(node, depth))
}

function isNode(node: unknown, depth: number): boolean {
  if (!isObject(node) || !isOneOf(NODES, node['type'])) return false
  const { type, content, marks, text } = node
  if (marks !== undefined && !(Array.isArray(marks) && marks.every(isMark))) return false
  // An empty text is an error there too.
  if (type === 'text') return typeof text === 'string' && text !== '' && content === undefined
  return content === undefined || areNodes(content, depth + 1)
}

function isMark(mark: unknown): boolean {
  if (!isObject(mark) || !isOneOf(MARKS, mark['type'])) return false
  if (mark['type'] !== 'link') return true
  const attrs = mark['attrs']
  // A class would let a link take any look, and any place on the page.
  return isObject(attrs) && typeof attrs['href'] === 'string' && LINK.test(attrs['href']) && !attrs['class']
}

const isOneOf = (set: ReadonlySet<string>, value: unknown) => typeof value === 'string' && set.has(value)

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
