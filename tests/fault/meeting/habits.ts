type Act = 'type' | 'dragEvent' | 'dragPerson' | 'dragShape' | 'flag' | 'undo' | 'redo' | 'add'

/** What somebody begins next, of a hundred times, and how long a drag lasts. */
export interface Habits {
  chances: Readonly<Record<Act, number>>
  /** Moves of the hand before a drag ends, on average: seen by the others, at most 20 a second, and written nowhere. */
  dragMoves: number
}

/**
 * As people work who never rest: half of what they do is typing, half is dragging. A move of a hand that drags is a change
 * that somebody causes; our client writes one at the end of it.
 */
export const PEOPLE: Habits = {
  chances: {
    type: 25,
    dragEvent: 28,
    dragPerson: 14,
    dragShape: 12,
    flag: 6,
    undo: 9,
    redo: 5.2,
    add: 0.8,
  },
  dragMoves: 25,
}

/** As no people can: every change is one of the document, four of ten of them the end of a drag. */
export const STORM: Habits = {
  chances: { type: 3, dragEvent: 44, dragPerson: 19, dragShape: 15, flag: 7, undo: 7, redo: 4.7, add: 0.3 },
  dragMoves: 0,
}

/** What somebody with these habits begins next. */
export function choose({ chances }: Habits, random: () => number): Act {
  let at = random() * 100
  for (const [act, chance] of Object.entries(chances) as [Act, number][]) {
    at -= chance
    if (at < 0) return act
  }
  return 'type'
}
