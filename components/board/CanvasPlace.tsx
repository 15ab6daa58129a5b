'use client'
import { Suspense, useCallback, useEffect, useState } from 'react'
import type { CanvasView } from '@/components/canvas/BoardCanvas'
import { FirstSight } from '@/components/timeline/FirstSight'
import { TimelineProvider, useTimelineNow } from '@/components/timeline/useTimeline'
import { CanvasSkeleton } from './CanvasSkeleton'
import { canvasPart } from './later'
import { afterPaint } from './nextFrame'

/**
 * Where the canvas stands. Of a timeline its first sight is drawn before the canvas library has come to life: the
 * board can be read while that takes its time, and stays where it is when the canvas is there.
 */
export function CanvasPlace({ view, licenseKey }: { view: CanvasView; licenseKey?: string | undefined }) {
  const [asked, setAsked] = useState(view !== 'timeline')
  const [stands, setStands] = useState(false)
  const onStanding = useCallback(() => setStands(true), [])
  const timeline = useTimelineNow()
  useEffect(() => afterPaint(() => setAsked(true)), [])
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1">
      <TimelineProvider value={timeline}>
        <Suspense fallback={null}>
          {asked && <canvasPart.View view={view} licenseKey={licenseKey} onStanding={onStanding} />}
        </Suspense>
        {!stands && (
          <div
            aria-hidden="true"
            data-first-sight
            className="pointer-events-none absolute inset-0 flex overflow-hidden bg-paper"
          >
            {view === 'timeline' ? <FirstSight /> : <CanvasSkeleton />}
          </div>
        )}
      </TimelineProvider>
    </div>
  )
}
