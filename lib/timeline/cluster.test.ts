import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterTimeline, clusterView, zoomStep } from './cluster'
import { layoutTimeline } from './layout'
import { manyEvents, overlap, SIDES, someEvents, someLanes, someSettings, TODAY } from './test-kit'
import type { TimelineEvent } from './types'

const far = fc.double({ min: 0.02, max: 0.499, noNaN: true })
const anyZoom = fc.double({ min: 0.02, max: 3, noNaN: true })
const laid = fc
  .tuple(someEvents(60), someLanes, someSettings)
  .map(([events, lanes, settings]) => layoutTimeline(events, lanes, settings))
const room = fc.record({ w: fc.integer({ min: 300, max: 2_500 }), h: fc.integer({ min: 250, max: 1_500 }) })
const settings = { today: TODAY, pxPerYear: 120, birth: null, locale: 'nl' as const }

describe('clusterTimeline', () => {
  it('[TL48] at any zoom each event that is no era is in exactly one card or one cluster', () => {
    fc.assert(
      fc.property(laid, anyZoom, (layout, zoom) => {
        const { cards, clusters } = clusterTimeline(layout, zoom)
        const shown = [...cards.map(({ id }) => id), ...clusters.flatMap(({ ids }) => [...ids])]
        const all = [...layout.cards.map(({ id }) => id), ...layout.folded.flatMap(({ ids }) => [...ids])]
        expect(shown.sort()).toEqual(all.sort())
        expect(cards.length > 0).toBe(zoom >= 0.5 && layout.cards.length > 0)
      }),
    )
  })

  it('[TL49] clusters have one size on the screen, do not overlap, and hold events of one lane in order of date', () => {
    fc.assert(
      fc.property(laid, far, (layout, zoom) => {
        const { clusters } = clusterTimeline(layout, zoom)
        const order = new Map(layout.marks.map(({ id }, i) => [id, i]))
        const laneOf = new Map(
          [
            ...layout.cards,
            ...layout.folded.flatMap(({ ids, laneId }) => ids.map((id) => ({ id, laneId }))),
          ].map(({ id, laneId }) => [id, laneId]),
        )
        clusters.forEach((cluster, i) => {
          expect(cluster.w * zoomStep(zoom)).toBeCloseTo(44)
          expect(cluster.h).toBe(cluster.w)
          expect(cluster.id).toBe(cluster.ids[0])
          for (const id of cluster.ids) expect(laneOf.get(id)).toBe(cluster.laneId)
          for (const other of clusters.slice(i + 1)) expect(overlap(cluster, other)).toBe(false)
        })
        for (const { id: laneId } of layout.lanes) {
          const own = clusters.filter((one) => one.laneId === laneId)
          const dated = own.flatMap(({ ids }) => ids.flatMap((id) => order.get(id) ?? []))
          expect(dated).toEqual([...dated].sort((a, b) => a - b))
          expect(own.map(({ x }) => x)).toEqual(own.map(({ x }) => x).sort((a, b) => a - b))
        }
      }),
    )
  })

  it('[TL50] a zoom that changes a little changes nothing, and a step is its own step', () => {
    fc.assert(
      fc.property(anyZoom, (zoom) => {
        const step = zoomStep(zoom)
        expect(zoomStep(step)).toBe(step)
        if (zoom >= 0.5) expect(step).toBe(1)
        else {
          expect(step).toBeLessThanOrEqual(zoom + 1e-9)
          expect(step * Math.SQRT2).toBeGreaterThanOrEqual(zoom - 1e-9)
        }
      }),
    )
    for (const zoom of [0, -1, NaN]) expect(zoomStep(zoom)).toBeGreaterThan(0)
  })

  it('[TL50] an event that is added joins or makes one cluster and leaves the others as they were', () => {
    const all = manyEvents(200)
    const added: TimelineEvent = {
      id: 'new',
      date: '1988-06-15',
      side: 'family',
      kind: 'family',
      order: 'a0',
    }
    const at = (events: readonly TimelineEvent[]) =>
      clusterTimeline(layoutTimeline(events, SIDES, { ...settings, pxPerYear: 40 }), 0.2).clusters
    const before = at(all)
    const after = at([...all, added])
    const groups = (clusters: typeof before) => clusters.map(({ ids }) => ids.join(' '))
    const changed = groups(after).filter((group) => !groups(before).includes(group))
    expect(changed.length).toBeLessThanOrEqual(2)
    expect(before.length).toBeGreaterThan(5)
  })

  it('[TL51] going to a cluster shows its cards, or takes it apart; a single event is shown', () => {
    fc.assert(
      fc.property(laid, far, room, (layout, zoom, size) => {
        for (const cluster of clusterTimeline(layout, zoom).clusters) {
          const view = clusterView(cluster, size)
          expect(view.zoom).toBeLessThanOrEqual(1)
          if (view.zoom >= 0.5) continue
          const then = clusterTimeline(layout, view.zoom).clusters
          const parts = then.filter(({ ids }) => ids.some((id) => cluster.ids.includes(id)))
          expect(parts.length).toBeGreaterThan(1)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('[TL51] the view that a cluster leads to holds the feet of all its events', () => {
    fc.assert(
      fc.property(laid, far, room, (layout, zoom, size) => {
        const feet = new Map(layout.cards.map(({ id, stemX }) => [id, stemX]))
        for (const cluster of clusterTimeline(layout, zoom).clusters) {
          const view = clusterView(cluster, size)
          for (const id of cluster.ids) {
            const x = feet.get(id)
            if (x === null || x === undefined) continue
            expect(x).toBeGreaterThanOrEqual(view.x - 1e-6)
            expect(x).toBeLessThanOrEqual(view.x + view.w + 1e-6)
          }
        }
      }),
    )
  })

  it('[TL51] a click on many undated events, or on many dreams, shows cards on a small phone too', () => {
    const many = (kind: 'family' | 'dream'): TimelineEvent[] =>
      Array.from({ length: 60 }, (_, i) => ({
        id: `${kind}${i}`,
        date: null,
        side: 'family',
        kind,
        order: 'a0',
      }))
    const layout = layoutTimeline([...many('family'), ...many('dream')], SIDES, settings)
    const { clusters } = clusterTimeline(layout, 0.1)
    expect(clusters.map(({ ids }) => ids.length)).toEqual([60, 60])
    for (const cluster of clusters) {
      const view = clusterView(cluster, { w: 300, h: 250 })
      expect(view.zoom).toBeGreaterThanOrEqual(0.5)
      const middle = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }) =>
        [x + w / 2, y + h / 2] as const
      const seen = layout.cards.filter((card) => {
        const [x, y] = middle(card)
        return (
          cluster.ids.includes(card.id) &&
          x > view.x &&
          x < view.x + view.w &&
          y > view.y &&
          y < view.y + view.h
        )
      })
      expect(seen.length).toBeGreaterThan(0)
    }
  })

  it('[TL52] two thousand events are laid out and clustered', () => {
    const all = manyEvents(2_000)
    const startMs = performance.now()
    const layout = layoutTimeline(all, SIDES, settings)
    const laidMs = performance.now()
    const { clusters } = clusterTimeline(layout, 0.1)
    const endMs = performance.now()
    expect(layout.cards).toHaveLength(2_000)
    expect(clusters.flatMap(({ ids }) => [...ids])).toHaveLength(2_000)
    console.info(
      `2,000 events laid out in ${(laidMs - startMs).toFixed(1)} ms, clustered in ${(endMs - laidMs).toFixed(1)} ms`,
    )
  })
})
