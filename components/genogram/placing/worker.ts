import { placeGenogram } from '@/lib/genogram/place'
import type { GenogramLayout } from '@/lib/genogram/types'
import type { Answer, Ask } from './messages'

/** Places large families in a thread of its own, one after the other. */
let known: { layoutNumber: number; layout: GenogramLayout } | null = null

self.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  const { number, order, layoutNumber } = data
  const placed = placeGenogram(order, known?.layoutNumber === layoutNumber ? known.layout : undefined)
  known = { layoutNumber, layout: placed.layout }
  const answer: Answer = { number, placed }
  self.postMessage(answer)
})
