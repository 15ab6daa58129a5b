import { byText } from '@/lib/timeline/lanes'
import type { Box } from '../boxes'
import { placeAt, wayOfCubic } from '../lines/way'
import type { GenogramLayout, GenoRelation, PlacedPerson, RelationTrack } from '../types'
import type { GenogramWords } from '../words'
import type { Cubic } from './candidate'
import { obstaclesOf, waysOf } from './freeWays'
import { placeWords } from './placeWords'

/**
 * The ways of all relation lines: straight where that is free, else in the lowest bow that is, so that no line runs
 * through somebody whom it has nothing to do with; lines between the same two lie beside each other. They follow from
 * the layout alone, and move nothing in it. Total: who is not in the picture has no line, and nobody has one to
 * themself. In the stored order, then by id. `taken` is room of other words (dates, names of households).
 */
export function trackRelations(
  layout: GenogramLayout,
  relations: readonly GenoRelation[],
  words: GenogramWords,
  taken: readonly Box[] = [],
): RelationTrack[] {
  const people = new Map(layout.people.map((person) => [person.id, person]))
  const shown = relations
    .filter(({ from, to }) => from !== to && people.has(from) && people.has(to))
    .sort((a, b) => byText(a.order, b.order) || byText(a.id, b.id))
  const obstacles = obstaclesOf(layout, taken)
  const chosen = new Map<string, { cubic: Cubic; free: boolean }>()
  for (const bundle of bundlesOf(shown)) {
    const [one, other] = endsOf(bundle[0]!).map((id) => people.get(id)!) as [PlacedPerson, PlacedPerson]
    const ways = waysOf(one, other, bundle.length, obstacles)
    bundle.forEach((relation, i) => {
      const { cubic, free } = ways[i]!
      chosen.set(relation.id, { cubic: relation.from === one.id ? cubic : backwards(cubic), free })
    })
  }
  const ways = new Map(shown.map(({ id }) => [id, wayOfCubic(chosen.get(id)!.cubic)]))
  const labels = placeWords(layout, shown, ways, words, taken)
  return shown.map(({ id }) => {
    const way = ways.get(id)!
    const { x, y } = placeAt(way, way.length / 2)
    const { cubic, free } = chosen.get(id)!
    return { id, ...cubic, mid: { x, y }, label: labels.get(id) ?? null, free }
  })
}

function endsOf({ from, to }: GenoRelation): [string, string] {
  return from < to ? [from, to] : [to, from]
}

/** Relations between the same two, in the order of the first of each. */
function bundlesOf(relations: readonly GenoRelation[]): GenoRelation[][] {
  const bundles = new Map<string, GenoRelation[]>()
  for (const relation of relations) {
    const key = JSON.stringify(endsOf(relation))
    bundles.set(key, [...(bundles.get(key) ?? []), relation])
  }
  return [...bundles.values()]
}

function backwards({ from, c1, c2, to }: Cubic): Cubic {
  return { from: to, c1: c2, c2: c1, to: from }
}
