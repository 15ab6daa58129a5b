import { CARD_GAP, CARD_W, STEM_CLEAR, STEM_INSET } from './metrics'

/** One card to place on a side. x in page units; `min` ≤ `wish` ≤ `max`. */
export interface Flag {
  id: string
  /** Where the date begins to be possible. */
  min: number
  /** Where the stem would stand if it were alone. */
  wish: number
  /** The furthest right that the stem's foot may stand. */
  max: number
}

export interface PlacedFlag {
  id: string
  /** Where the stem meets the axis: between `min` and `max`. */
  foot: number
  /** Where the stem meets the card; its card begins STEM_INSET to the left. */
  pole: number
  /** 0 is nearest the axis. */
  row: number
  /** Cards that can influence each other have the same number; runs are numbered from left to right. */
  run: number
}

/** For paper, which is wide and low: staircases of at most `rows`, as long as that pushes no card further than `push`. */
export interface LowStairs {
  rows: number
  push: number
}

/** Between two poles of one staircase, and between the last pole of one and the first of the next. */
const POLE_STEP = STEM_INSET + STEM_CLEAR
const STAIR_STEP = CARD_W + CARD_GAP
/** For each card in a staircase, the next staircase may begin this much further right than it wishes to. */
const PUSH_PER_CARD = 30

/**
 * Places the cards of one side, so that no two overlap and no stem runs through a card.
 *
 * Cards are flags on poles, in order of date. Flags that would overlap form a staircase that goes down to the
 * right: the earliest is highest, so every pole passes to the left of the lower flags. Staircases lie side by
 * side. Where many events lie close together, a pole may stand to the right of its foot; the stem then bends.
 *
 * Expects flags in order of `min`. Feet and poles come out in that order. Only flags of the same run have any
 * influence on each other: a run ends where the next flag stands free of everything before it. A flag that is
 * added can so move only flags of the run that it joins and of the runs that these were in before.
 */
export function packFlags(flags: readonly Flag[], low?: LowStairs): PlacedFlag[] {
  const wishes = neverAfterNext(flags.map((flag) => flag.wish))
  const placed: PlacedFlag[] = []
  /** First index of the present staircase. */
  let stair = 0
  flags.forEach((flag, i) => {
    const wish = wishes[i] ?? flag.wish
    const before = placed[i - 1]
    if (!before) {
      placed.push({ id: flag.id, foot: wish, pole: wish, row: 0, run: 0 })
      return
    }
    const push = before.pole + STAIR_STEP - wish
    // A foot that has room within its own date (a year is wide) may use half of it for nothing.
    const free = Math.max(0, flag.max - wish) / 2
    const high = low !== undefined && i - stair >= low.rows && push <= low.push
    if (high || push - free <= PUSH_PER_CARD * (i - stair - 1)) {
      stair = i
      placed.push({
        id: flag.id,
        foot: 0,
        pole: wish + Math.max(0, push),
        row: 0,
        run: before.run + (push <= 0 ? 1 : 0),
      })
    } else {
      for (const card of placed.slice(stair)) card.row++
      placed.push({
        id: flag.id,
        foot: 0,
        pole: Math.max(wish, before.pole + POLE_STEP),
        row: 0,
        run: before.run,
      })
    }
  })
  const feet = neverAfterNext(placed.map((card, i) => Math.min(card.pole, flags[i]?.max ?? card.pole)))
  return placed.map((card, i) => ({ ...card, foot: feet[i] ?? card.pole }))
}

/** Lowers what would stand after one of those that follow, so that the values ascend. */
function neverAfterNext(values: readonly number[]): number[] {
  let least = Infinity
  return values
    .toReversed()
    .map((value) => (least = Math.min(least, value)))
    .toReversed()
}
