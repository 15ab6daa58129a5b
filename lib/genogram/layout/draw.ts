import type { PlacedChildLine, PlacedMultiple, PlacedUnion } from '../types'
import { LABEL_TOP } from './sizes'
import type { ChildRoute, CoupleRoute } from './route'
import type { Point, Site } from './site'

/** Where a line leaves a symbol that has another line at the middle of its side. */
const LOWER_SIDE = 10
/** A line starts inside the symbol, which is drawn over it, so that there is no gap at a round one. */
const INSIDE = 14

type WithJumps<T extends { jumps: readonly Point[] }> = Omit<T, 'jumps'> & { jumps: Point[] }

export interface Drawn {
  union: WithJumps<PlacedUnion>
  childLines: WithJumps<PlacedChildLine>[]
  multiples: PlacedMultiple[]
}

/** The lines of one couple as points, now that heights are known. */
export function draw(
  route: CoupleRoute,
  yOf: (site: Site) => number,
  facts: { apart: boolean; related: boolean },
): Drawn {
  const { couple, bar, dropX } = route
  const line = coupleLine(route, yOf)
  const parent = route.sites[0]
  const dropY =
    line?.y ?? (parent ? yOf(parent) + parent.depth + (parent.person.labelH > 0 ? LABEL_TOP / 2 : 0) : 0)
  const barY = bar && Math.max(bar.y, route.form === 'loose' || parent?.off ? dropY + 12 : bar.y)
  const xs = bar ? [...bar.tops, ...bar.ends] : []
  const union = {
    id: couple.id,
    partners: route.sites.map((site) => site.id),
    line,
    jumps: [],
    contradiction: facts.apart,
    related: facts.related,
    drop: bar && dropX !== null ? { x: dropX, y: dropY } : null,
    barY,
    bar: bar && { x1: Math.min(...xs), x2: Math.max(...xs) },
  }
  const childLines = route.children.map((child) => childLine(child, barY ?? 0, yOf, parent))
  const multiples = route.multiples.map((one): PlacedMultiple => {
    const ends = one.ties
      .map((tie) => route.children.find((child) => child.tie === tie)?.site)
      .filter((site) => site !== undefined)
    const y = barY ?? 0
    const at = (site: Site) => one.x + (site.x - one.x) * 0.55
    const top = Math.max(...ends.map((site) => yOf(site) - site.h / 2))
    return {
      key: one.key,
      union: couple.id,
      x: one.x,
      y,
      children: one.ties.map((tie) => tie.child),
      identical: one.ties.every((tie) => tie.identical === true)
        ? true
        : one.ties.some((tie) => tie.identical === false)
          ? false
          : null,
      bar: { x1: Math.min(...ends.map(at)), x2: Math.max(...ends.map(at)), y: y + (top - y) * 0.55 },
    }
  })
  return { union, childLines, multiples }
}

function coupleLine(route: CoupleRoute, yOf: (site: Site) => number): PlacedUnion['line'] {
  const [a, b] = route.sites
  if (!a || !b) return null
  const [ya, yb] = [yOf(a), yOf(b)]
  if (route.form === 'straight' || (route.form === 'loose' && Math.abs(ya - yb) < 1)) {
    const [x1, x2] = [a.x + a.w / 2, b.x - b.w / 2]
    return {
      x1,
      x2,
      y: ya,
      top1: ya,
      top2: yb,
      points: [
        { x: x1, y: ya },
        { x: x2, y: yb },
      ],
    }
  }
  if (route.form === 'loose' || !route.tier) {
    const middle = (a.x + b.x) / 2
    const y = Math.max(ya, yb)
    const points = [
      { x: a.x, y: ya },
      { x: middle, y: ya },
      { x: middle, y: yb },
      { x: b.x, y: yb },
    ]
    return {
      x1: Math.min(middle, ya > yb ? a.x : middle),
      x2: Math.max(middle, yb >= ya ? b.x : middle),
      y,
      top1: ya,
      top2: yb,
      points,
    }
  }
  const tierY = route.tier.y
  const half = (site: Site, down: CoupleRoute['downs'][number]): Point[] => {
    const y = yOf(site) + LOWER_SIDE
    const points = [
      { x: site.x + (down.x > site.x ? INSIDE : -INSIDE), y },
      { x: down.x, y },
    ]
    let x = down.x
    for (const way of down.ways) {
      points.push({ x, y: way.net.y }, { x: way.x, y: way.net.y })
      x = way.x
    }
    return [...points, { x, y: tierY }]
  }
  const [left, right] = [half(a, route.downs[0] as never), half(b, route.downs[1] as never)]
  const ends = [left.at(-1)?.x ?? 0, right.at(-1)?.x ?? 0]
  return {
    x1: Math.min(...ends),
    x2: Math.max(...ends),
    y: tierY,
    top1: ya + LOWER_SIDE,
    top2: yb + LOWER_SIDE,
    points: straightened([...left, ...right.reverse()]),
  }
}

function childLine(
  child: ChildRoute,
  barY: number,
  yOf: (site: Site) => number,
  parent: Site | undefined,
): WithJumps<PlacedChildLine> {
  const { tie, site } = child
  const points = [{ x: child.fromX, y: barY }]
  let x = child.fromX
  for (const way of child.ways) {
    points.push({ x, y: way.net.y }, { x: way.x, y: way.net.y })
    x = way.x
  }
  points.push({ x: child.toX, y: yOf(site) - site.h / 2 })
  const lowest = parent ? parent.row : site.row - 1
  return {
    id: tie.id,
    union: tie.couple.id,
    child: tie.child,
    type: tie.type,
    ended: tie.ended,
    points: straightened(points),
    jumps: [],
    stretched: site.row !== lowest + 1,
  }
}

/** Without points that repeat or lie on a straight line between their neighbours. */
function straightened(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)]
    if (last && last.x === point.x && last.y === point.y) continue
    const along =
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (along) kept.pop()
    kept.push(point)
  }
  return kept
}
