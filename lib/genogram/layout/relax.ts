/** A wish that `b` stands at `a + offset`. */
export interface Spring {
  a: number
  b: number
  offset: number
  weight: number
}

/** `b` stands at least this far right of `a`. */
export interface Clearance {
  a: number
  b: number
  least: number
}

/** How much harder a clearance is than a spring of weight 1: what is left of an overlap cannot be seen. */
const HARD = 1e6
/** An overlap that nobody sees. */
const OVERLAP = 1e-5
/** A held clearance that is pulled open by more than this is let go. */
const OPEN = 1e-10
/** Rounds in which all that is wrong is mended at once; from then on one clearance is let go at a time. */
const QUICK = 30
const MOST_ROUNDS = 1000

/**
 * Places at which the sum of weight × (b − a − offset)² of all springs is least while every clearance holds (to a
 * thousandth of a unit). `start`: places of groups that nothing joins. A clearance that is broken is held from the next
 * round on, one that only pulls is let go (active sets; Hintermüller, Ito and Kunisch 2002). As springs only draw two
 * places to a distance, what one clearance gains moves nobody by more than that gain.
 */
export function relax(
  start: readonly number[],
  springs: readonly Spring[],
  clearances: readonly Clearance[],
): number[] {
  const held = new Set<Clearance>()
  let x: number[] = []
  const openOf = ({ a, b, least }: Clearance) => (x[b] as number) - (x[a] as number) - least
  for (let round = 0; round < 2 * MOST_ROUNDS; round++) {
    const holding = [...held].map(({ a, b, least }): Spring => ({ a, b, offset: least, weight: HARD }))
    x = balance(start, [...springs, ...holding])
    const broken = clearances.filter((one) => !held.has(one) && openOf(one) < -OVERLAP)
    for (const one of broken) held.add(one)
    // In the end nothing may overlap, whatever it costs.
    const pulling = round < MOST_ROUNDS ? [...held].filter((one) => openOf(one) > OPEN) : []
    if (broken.length + pulling.length === 0) break
    if (round < QUICK) for (const one of pulling) held.delete(one)
    else if (broken.length === 0) held.delete(pulling.reduce((a, b) => (openOf(a) >= openOf(b) ? a : b)))
  }
  return x
}

/**
 * Places at which all springs are in balance. Nodes are taken out one by one, the least joined first, and each leaves
 * springs between its neighbours (star-mesh transform): only sums and products of positive weights, so that weak and
 * hard springs live together without loss.
 */
function balance(start: readonly number[], springs: readonly Spring[]): number[] {
  const links = start.map(() => new Map<number, number>())
  const pull = start.map(() => 0)
  const join = (a: number, b: number, weight: number) => {
    links[a]?.set(b, (links[a]?.get(b) ?? 0) + weight)
    links[b]?.set(a, (links[b]?.get(a) ?? 0) + weight)
  }
  for (const { a, b, offset, weight } of springs) {
    if (a === b) continue
    join(a, b, weight)
    pull[a] = (pull[a] as number) - weight * offset
    pull[b] = (pull[b] as number) + weight * offset
  }
  const order: { node: number; own: [number, number][]; sum: number }[] = []
  const queue = byDegree(links)
  for (let node = queue.next(); node !== undefined; node = queue.next()) {
    const own = [...(links[node] as Map<number, number>)]
    const sum = own.reduce((all, [, weight]) => all + weight, 0)
    order.push({ node, own, sum })
    for (const [to, weight] of own) {
      links[to]?.delete(node)
      pull[to] = (pull[to] as number) + ((pull[node] as number) * weight) / sum
    }
    for (let i = 1; i < own.length; i++)
      for (let k = 0; k < i; k++) {
        const [[a, p], [b, q]] = [own[i], own[k]] as [[number, number], [number, number]]
        join(a, b, (p * q) / sum)
      }
    for (const [to] of own) queue.changed(to)
  }
  const x = [...start]
  for (const { node, own, sum } of order.reverse())
    if (own.length > 0)
      x[node] =
        ((pull[node] as number) + own.reduce((all, [to, weight]) => all + weight * (x[to] as number), 0)) /
        sum
  return x
}

/** Nodes with the fewest links first, each once. */
function byDegree(links: readonly ReadonlyMap<number, number>[]) {
  const buckets: number[][] = []
  const degree = links.map((own) => own.size)
  const gone = links.map(() => false)
  let low = 0
  const put = (node: number) => {
    const at = degree[node] as number
    ;(buckets[at] ??= []).push(node)
    low = Math.min(low, at)
  }
  links.forEach((_, node) => put(node))
  return {
    changed(node: number) {
      const now = links[node]?.size ?? 0
      if (now === degree[node]) return
      degree[node] = now
      put(node)
    },
    next(): number | undefined {
      for (; low < buckets.length; low++)
        for (let node = buckets[low]?.pop(); node !== undefined; node = buckets[low]?.pop())
          if (!gone[node] && degree[node] === low) {
            gone[node] = true
            return node
          }
      return undefined
    },
  }
}
