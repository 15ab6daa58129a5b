// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TIMELINE_PAGE } from '@/components/canvas/binding/pages'
import { showProjection } from '@/components/canvas/projection'
import { createBoardStore } from '@/components/canvas/schema'
import { dayOf } from '@/lib/dates/bounds'
import { clusterTimeline } from '@/lib/timeline/cluster'
import { layoutTimeline } from '@/lib/timeline/layout'
import type { CardContent, TimelineEvent } from '@/lib/timeline/types'
import { projectTimeline } from './project'
import type { ProjectionWords } from './project'
import { cardId, clusterId } from './shapes'
import type { ClusterProps, EventCardShape } from './shapes'

const SETTINGS = { today: dayOf(2020, 1, 1), pxPerYear: 120, birth: null, locale: 'nl' as const }
/** Our own types are none that the canvas library knows of. */
const CARD: string = 'rotonde-event'
const CLUSTER: string = 'rotonde-cluster'
const LANES = [
  { id: 'professional', place: 'above' as const, order: 'a0' },
  { id: 'family', place: 'below' as const, order: 'a1' },
]
const WORDS: ProjectionWords = {
  now: 'nu',
  dock: 'Nog zonder datum',
  proposal: 'voorstel',
  nothing: (years) => `${years} jaar niets genoteerd`,
  cluster: (count, kinds) => `${count}: ${kinds.join(', ')}`,
}

const event = (id: string, date: string | null, side = 'family'): TimelineEvent => ({
  id,
  date,
  side,
  kind: 'family',
  order: 'a0',
})
function picture(events: readonly TimelineEvent[], zoom = 1) {
  const said: CardContent = {
    title: 'Opa overlijdt',
    who: 'Opa',
    teller: '',
    dateText: '2012',
    kindText: 'gezin',
    kind: 'family',
    tint: 'family',
    crucial: false,
    turningPoint: false,
    hasPicture: false,
    takes: 0,
    proposed: false,
  }
  const content = new Map(events.map(({ id }) => [id, said]))
  const layout = layoutTimeline(events, LANES, SETTINGS)
  const { clusters } = clusterTimeline(layout, zoom)
  return projectTimeline({ layout, content, clusters, words: WORDS })
}
const cards = (store: ReturnType<typeof createBoardStore>) =>
  store
    .allRecords()
    .filter((record) => record.typeName === 'shape' && record.type === CARD)
    .map(({ id }) => id)
    .sort()

describe('projection of the timeline', () => {
  const events = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z0-9]{1,6}$/),
      date: fc.constantFrom(null, '2012', '2014~', '2016-03'),
    }),
    { selector: ({ id }) => id, maxLength: 20 },
  )

  it('[PJ1] the store holds one card for every moment, and none for those that are gone', () => {
    fc.assert(
      fc.property(events, events, (before, after) => {
        const store = createBoardStore()
        for (const now of [before, after]) {
          showProjection(store, TIMELINE_PAGE, picture(now.map(({ id, date }) => event(id, date))), new Set())
          expect(cards(store)).toEqual(now.map(({ id }) => cardId(id)).sort())
        }
      }),
      { numRuns: 30 },
    )
  })

  it('[PJ2] what did not change is not put again', () => {
    const store = createBoardStore()
    showProjection(store, TIMELINE_PAGE, picture([event('a', '2012'), event('b', '2016')]), new Set())
    let changes = 0
    store.listen(() => changes++)
    showProjection(store, TIMELINE_PAGE, picture([event('a', '2012'), event('b', '2016')]), new Set())
    expect(changes).toBe(0)
  })

  it('[PJ3] a card in the hand keeps its place while the rest follows the case', () => {
    const store = createBoardStore()
    showProjection(store, TIMELINE_PAGE, picture([event('a', '2012'), event('b', '2016')]), new Set())
    const held = store.get(cardId('a'))!
    store.put([{ ...held, x: 999, y: -50 }])
    showProjection(
      store,
      TIMELINE_PAGE,
      picture([event('a', '2012'), event('b', '2017')]),
      new Set([cardId('a')]),
    )
    expect(store.get(cardId('a'))).toMatchObject({ x: 999, y: -50 })
    showProjection(store, TIMELINE_PAGE, picture([event('a', '2012'), event('b', '2017')]), new Set())
    expect(store.get(cardId('a'))).toMatchObject({ x: held.x, y: held.y })
  })

  it('[PJ5] far out every moment is counted in one cluster, and its card stays in the store', () => {
    const all = Array.from({ length: 40 }, (_, i) => event(`e${i}`, `${2000 + (i % 20)}`))
    const store = createBoardStore()
    showProjection(store, TIMELINE_PAGE, picture(all, 0.1), new Set())
    const clusters = picture(all, 0.1).filter(({ type }) => type === CLUSTER)
    const counted = clusters.map(({ props }) => (props as unknown as ClusterProps).count)
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(40)
    expect(counted.length).toBeLessThan(40)
    expect(clusters.every(({ id }) => store.has(id))).toBe(true)
    expect(cards(store)).toHaveLength(40)
    showProjection(store, TIMELINE_PAGE, picture(all, 1), new Set())
    expect(store.has(clusterId('e0'))).toBe(false)
  })

  it('[PJ4] cards lie above the axis and below the first thing that is drawn', () => {
    const shapes = picture(
      Array.from({ length: 300 }, (_, i) => event(`e${i}`, '2012')),
    ) as EventCardShape[] & { index: string }[]
    const order = shapes.map(({ index }) => String(index))
    expect([...order].sort()).toEqual(order)
    expect(order.at(-1)! < 'a1').toBe(true)
  })
})

describe('what a board can hold', () => {
  const shape = (type: string, props: object) => ({
    id: 'shape:x',
    typeName: 'shape',
    type,
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: 'page:free',
    isLocked: false,
    opacity: 1,
    meta: {},
    props,
  })

  it.each([
    ['embed', { w: 100, h: 100, url: 'https://www.youtube.com/watch?v=x' }],
    ['bookmark', { w: 100, h: 100, assetId: null, url: 'https://example.org' }],
    [
      'image',
      {
        w: 1,
        h: 1,
        playing: true,
        url: '',
        assetId: null,
        crop: null,
        flipX: false,
        flipY: false,
        altText: '',
      },
    ],
  ])('[CV2] a shape that would load from elsewhere (%s) does not fit the store', (type, props) => {
    const store = createBoardStore()
    expect(() => store.put([shape(type, props) as never])).toThrow()
  })
})
