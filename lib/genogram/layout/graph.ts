/** From each node to the nodes that follow it. */
export type Edges<T> = ReadonlyMap<T, readonly T[]>

/** Edges by their start; every node has an entry. */
export function edgesOf<T>(nodes: Iterable<T>, pairs: Iterable<readonly [T, T]>): Map<T, T[]> {
  const edges = new Map<T, T[]>([...nodes].map((node) => [node, []]))
  for (const [from, to] of pairs) edges.get(from)?.push(to)
  return edges
}

/**
 * Groups of nodes that can reach each other (strongly connected components, Tarjan 1972), those that come last in the
 * direction of the edges first. Without recursion, so that a long family cannot exhaust the stack.
 */
export function circles<T>(edges: Edges<T>): T[][] {
  const index = new Map<T, number>()
  const low = new Map<T, number>()
  const stack: T[] = []
  const onStack = new Set<T>()
  const found: T[][] = []
  const enter = (node: T) => {
    index.set(node, index.size)
    low.set(node, index.get(node) as number)
    stack.push(node)
    onStack.add(node)
    return { node, next: 0 }
  }
  for (const root of edges.keys()) {
    if (index.has(root)) continue
    const path = [enter(root)]
    while (path.length > 0) {
      const top = path.at(-1) as { node: T; next: number }
      const to = edges.get(top.node)?.[top.next++]
      if (to !== undefined) {
        if (!index.has(to)) path.push(enter(to))
        else if (onStack.has(to)) lower(low, top.node, index.get(to) as number)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent) lower(low, parent.node, low.get(top.node) as number)
      if (low.get(top.node) !== index.get(top.node)) continue
      const circle = stack.splice(stack.indexOf(top.node))
      for (const node of circle) onStack.delete(node)
      found.push(circle)
    }
  }
  return found
}

function lower<T>(low: Map<T, number>, node: T, value: number): void {
  if (value < (low.get(node) as number)) low.set(node, value)
}

/** Whether no node can reach itself. */
export function isAcyclic<T>(edges: Edges<T>): boolean {
  return circles(edges).every(
    (circle) => circle.length === 1 && !edges.get(circle[0] as T)?.includes(circle[0] as T),
  )
}

/** Joins nodes into groups; the group's name is its first node in the order of `nodes`. */
export function grouping<T>(nodes: readonly T[], pairs: Iterable<readonly [T, T]>): (node: T) => T {
  const rank = new Map(nodes.map((node, i) => [node, i]))
  const parent = new Map<T, T>()
  const find = (node: T): T => {
    let root = node
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up
    for (let at = node; at !== root;) {
      const up = parent.get(at) as T
      parent.set(at, root)
      at = up
    }
    return root
  }
  for (const [a, b] of pairs) {
    const [x, y] = [find(a), find(b)]
    if (x === y) continue
    if ((rank.get(x) ?? 0) < (rank.get(y) ?? 0)) parent.set(y, x)
    else parent.set(x, y)
  }
  return find
}

/** The items of each key, keys in the order in which they come. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
