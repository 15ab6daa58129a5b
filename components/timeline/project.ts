import type { TLShape, TLShapeId } from 'tldraw'
import { TIMELINE_PAGE } from '@/components/canvas/binding/pages'
import { nth, projected } from '@/components/canvas/projection'
import type { CardContent, PlacedCluster, TimelineLayout } from '@/lib/timeline/types'
import { axisParts } from './axisParts'
import type { AxisWords } from './axisParts'
import { clusterSays } from './clusters'
import { axisId, cardId, clusterId } from './shapes'
import type { AxisShape, ClusterShape, EventCardShape } from './shapes'

export interface Picture {
  layout: TimelineLayout
  content: ReadonlyMap<string, CardContent>
  /** What stands for events that are not drawn one by one at this zoom. */
  clusters: readonly PlacedCluster[]
  words: ProjectionWords
}

export interface ProjectionWords extends AxisWords {
  /** "4 momenten: contact, gebeurtenis". */
  cluster: (count: number, kinds: readonly CardContent['kind'][]) => string
}

/** Which of what is projected lies over which; all of it below what people draw, which begins at "a1". */
const LAYERS = { back: 'a0', stretch: 'a01', front: 'a02V', clusters: 'a03', cards: 'a04' } as const

const base = (id: TLShapeId, index: string, isLocked: boolean) =>
  projected(TIMELINE_PAGE, id, index, isLocked)

/** The timeline as shapes under fixed ids, so that arrows and ink can hold on to them. */
export function projectTimeline({ layout, content, clusters, words }: Picture): TLShape[] {
  const axis = axisParts(layout, content, words).map(({ id, box, part }, i): AxisShape => {
    const index = part.name === 'stretch' ? nth(LAYERS.stretch, i) : LAYERS[part.name]
    const { x, y, w, h } = box
    return {
      ...base(axisId(id), index, true),
      type: 'rotonde-axis',
      x,
      y,
      props: { w, h, left: x, top: y, part },
    }
  })
  const counted = clusters.map((cluster, i): ClusterShape => {
    const said = clusterSays(cluster, content)
    const { id, x, y, w, h } = cluster
    return {
      ...base(clusterId(id), nth(LAYERS.clusters, i), true),
      type: 'rotonde-cluster',
      x,
      y,
      props: { w, h, clusterId: id, ...said, words: words.cluster(said.count, said.kinds) },
    }
  })
  const cards = layout.cards.flatMap(({ id, x, y, w, h, place }, i): EventCardShape[] => {
    const said = content.get(id)
    if (!said) return []
    return [
      {
        ...base(cardId(id), nth(LAYERS.cards, i), false),
        type: 'rotonde-event',
        x,
        y,
        props: { w, h, eventId: id, above: place === 'above', content: said },
      },
    ]
  })
  return [...axis, ...counted, ...cards] as TLShape[]
}
