'use client'
import { useCallback, useMemo, useState } from 'react'
import type { CSSProperties } from 'react'
import { useTranslations } from 'use-intl'
import { firstCamera } from '@/components/canvas/camera'
import { clusterTimeline, zoomStep } from '@/lib/timeline/cluster'
import type { Box } from '@/lib/timeline/view'
import { AxisDrawing } from './AxisDrawing'
import { axisParts } from './axisParts'
import { clusterSays } from './clusters'
import { ClusterSign } from './ClusterSign'
import { EventCard } from './EventCard'
import { useDrawnWords } from './useDrawnWords'
import { useTimeline } from './useTimeline'

/** The timeline as the canvas will show it first, at the same place: what is in view of it, drawn as plain elements. */
export function FirstSight() {
  const [size, setSize] = useState<{ w: number; h: number } | null>(null)
  const measure = useCallback((place: HTMLElement | null) => {
    if (place) setSize({ w: place.clientWidth, h: place.clientHeight })
  }, [])
  return (
    <div ref={measure} className="relative flex-1 overflow-hidden">
      {size && <Sight {...size} />}
    </div>
  )
}

function Sight({ w, h }: { w: number; h: number }) {
  const timeline = useTimeline()
  const words = useDrawnWords()
  const t = useTranslations('timeline')
  const { camera, parts, clusters, cards } = useMemo(() => {
    const { layout, content } = timeline
    const camera = firstCamera(layout, { w, h })
    const view = { x: -camera.x, y: -camera.y, w: w / camera.z, h: h / camera.z }
    const { cards, clusters } = clusterTimeline(layout, zoomStep(camera.z))
    return {
      camera,
      parts: axisParts(layout, content, words).filter(({ box }) => meets(box, view)),
      clusters: clusters.filter((one) => meets(one, view)),
      cards: cards.filter((one) => meets(one, view)),
    }
  }, [timeline, words, w, h])
  const { x, y, z } = camera
  return (
    <div className="absolute origin-top-left" style={{ transform: `scale(${z}) translate(${x}px, ${y}px)` }}>
      {parts.map(({ id, box, part }) => (
        <div key={id} style={placeOf(box)}>
          <AxisDrawing w={box.w} h={box.h} left={box.x} top={box.y} part={part} />
        </div>
      ))}
      {clusters.map((cluster) => {
        const said = clusterSays(cluster, timeline.content)
        return (
          <div key={cluster.id} style={placeOf(cluster)}>
            <ClusterSign
              w={cluster.w}
              h={cluster.h}
              clusterId={cluster.id}
              words={words.cluster(said.count, said.kinds)}
              {...said}
            />
          </div>
        )
      })}
      {cards.map((card) => {
        const said = timeline.content.get(card.id)
        return (
          said && (
            <div key={card.id} style={placeOf(card)}>
              <EventCard content={said} empty={t('untitled')} />
            </div>
          )
        )
      })}
    </div>
  )
}

const placeOf = ({ x, y, w, h }: Box): CSSProperties => ({
  position: 'absolute',
  left: 0,
  top: 0,
  width: w,
  height: h,
  transform: `translate(${x}px, ${y}px)`,
})

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && a.x + a.w > b.x && a.y < b.y + b.h && a.y + a.h > b.y
