import type { EventKindName } from '@/lib/case/schema'

/**
 * Which open questions stand beside a moment that is told. The way of asking is that of the reflective conversation
 * (NJi and Design Innovation Group, 2022; NJi, 2019); the words are our own, in the messages `work.tell.ask`.
 */
export const QUESTIONS: Readonly<Record<EventKindName, readonly ('a' | 'b' | 'c')[]>> = {
  decision: ['a', 'b', 'c'],
  contact: ['a', 'b', 'c'],
  family: ['a', 'b', 'c'],
  need: ['a', 'b', 'c'],
  experience: ['a', 'b', 'c'],
  roundabout: ['a', 'b', 'c'],
  gap: ['a', 'b', 'c'],
  dream: ['a', 'b', 'c'],
}
