import type { EventKindName } from '@/lib/case/schema'
import type { CardContent, PlacedCluster } from '@/lib/timeline/types'

/** Kinds named in a cluster. */
const NAMED = 3

/** What a cluster holds: how many moments, and of which kinds, those there are most of first. */
export function clusterSays(
  { ids }: Pick<PlacedCluster, 'ids'>,
  content: ReadonlyMap<string, CardContent>,
): { count: number; kinds: EventKindName[]; tint: CardContent['tint'] } {
  const counts = new Map<EventKindName, number>()
  const tints = new Set<CardContent['tint']>()
  for (const id of ids) {
    const said = content.get(id)
    if (!said) continue
    counts.set(said.kind, (counts.get(said.kind) ?? 0) + 1)
    tints.add(said.tint)
  }
  const kinds = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([kind]) => kind)
  const [tint = 'unknown'] = tints
  return { count: ids.length, kinds: kinds.slice(0, NAMED), tint: tints.size === 1 ? tint : 'unknown' }
}
