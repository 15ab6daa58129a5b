/** What is drawn between two rows for one purpose: a line across, and where it is reached from above and below. */
export interface Net {
  /** Between row `zone` and the one below it. */
  zone: number
  /** Lines of couples lie above the bars that children hang from. */
  kind: 'tier' | 'bar'
  /** Union that it belongs to. */
  union: string
  tops: number[]
  bottoms: number[]
  /** Lines that leave sideways from the bar, and the point where twins meet: part of the bar, no line down. */
  ends: number[]
  /** 0 is nearest the words above for a tier, nearest the symbols below for a bar. */
  level: number
  y: number
}

const PADDING = 8
/** Drawing two lines over each other is worse than any crossing. */
const COVER = 50
const SAME_X = 4

interface Extent {
  x1: number
  x2: number
}

function extent(net: Net): Extent {
  let [x1, x2] = [Infinity, -Infinity]
  for (const xs of [net.tops, net.ends])
    for (const x of xs) {
      if (x < x1) x1 = x
      if (x > x2) x2 = x
    }
  return { x1, x2 }
}

/**
 * Gives the nets of one zone and kind their levels: nets side by side share one, others get the order with the fewest
 * crossings that putting them in one by one finds. Returns the number of levels.
 */
export function assignLevels(nets: readonly Net[]): number {
  const flat = nets.filter((net) => extent(net).x2 - extent(net).x1 > 0.25)
  const sorted = [...flat].sort((a, b) => extent(a).x1 - extent(b).x1 || extent(a).x2 - extent(b).x2)
  let most = 0
  let cluster: Net[] = []
  let reach = -Infinity
  const close = () => {
    most = Math.max(most, stack(cluster))
    cluster = []
  }
  for (const net of sorted) {
    if (extent(net).x1 > reach + PADDING) close()
    cluster.push(net)
    reach = Math.max(reach, extent(net).x2)
  }
  close()
  return most
}

/** Nets that reach into each other, from above to below. */
function stack(cluster: readonly Net[]): number {
  const order: Net[] = []
  for (const net of cluster) {
    let best = { at: order.length, cost: Infinity }
    for (let at = order.length; at >= 0; at--) {
      const cost = order.reduce(
        (sum, other, i) => sum + (i < at ? crossings(other, net) : crossings(net, other)),
        0,
      )
      if (cost < best.cost) best = { at, cost }
    }
    order.splice(best.at, 0, net)
  }
  let most = 0
  const tier = cluster[0]?.kind === 'tier'
  const placed: Net[] = []
  for (const net of tier ? order : order.toReversed()) {
    const own = extent(net)
    const below = placed.filter((other) => overlap(extent(other), own))
    net.level = Math.max(-1, ...below.map((other) => other.level)) + 1
    most = Math.max(most, net.level + 1)
    placed.push(net)
  }
  return most
}

function overlap(a: { x1: number; x2: number }, b: { x1: number; x2: number }): boolean {
  return a.x1 < b.x2 + PADDING && b.x1 < a.x2 + PADDING
}

function crossings(above: Net, below: Net): number {
  const inside = (x: number, { x1, x2 }: { x1: number; x2: number }) => x > x1 - SAME_X && x < x2 + SAME_X
  let count = 0
  for (const x of above.bottoms) {
    if (inside(x, extent(below))) count++
    if (below.tops.some((top) => Math.abs(top - x) < SAME_X)) count += COVER
  }
  for (const x of below.tops) if (inside(x, extent(above))) count++
  return count
}
