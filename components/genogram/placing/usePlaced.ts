'use client'
import { useEffect, useMemo, useState } from 'react'
import { layoutGenogram } from '@/lib/genogram/layout/layout'
import { isLarge, type Placed, placeGenogram, type PlaceOrder } from '@/lib/genogram/place'
import { Placer } from './placer'

/**
 * Where everything stands: at once for most families; for a large one as it last was (null: never yet), until a worker
 * has answered. `busy`: an answer is awaited.
 */
export function usePlaced(order: PlaceOrder): { placed: Placed | null; busy: boolean } {
  const large = isLarge(order)
  const layout = useMemo(() => (large ? null : layoutGenogram(order.input)), [large, order.input])
  const soon = useMemo(() => layout && placeGenogram(order, layout), [layout, order])
  const later = useAnswer(large ? order : null)
  if (soon) return { placed: soon, busy: false }
  return { placed: later?.placed ?? null, busy: later?.order !== order }
}

/** The last answer of the worker; null before the first. */
function useAnswer(order: PlaceOrder | null) {
  const [answer, setAnswer] = useState<{ order: PlaceOrder; placed: Placed } | null>(null)
  const [placer] = useState(() => new Placer(startWorker, (order, placed) => setAnswer({ order, placed })))
  useEffect(() => () => placer.stop(), [placer])
  useEffect(() => {
    if (order) placer.ask(order)
  }, [placer, order])
  return answer
}

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
