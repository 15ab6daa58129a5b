import type { Placed, PlaceOrder } from '@/lib/genogram/place'

/** To the worker. */
export interface Ask {
  /** Counts up: of an answer one knows to which question. */
  number: number
  order: PlaceOrder
  /** Counts up when the input of the layout is another: what only leads lines anew keeps its layout. */
  layoutNumber: number
}

/** From the worker. */
export interface Answer {
  number: number
  placed: Placed
}
