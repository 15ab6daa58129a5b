import type { Point } from '@/lib/drawing/path'
import { holds } from '@/lib/genogram/boxes'
import { nearestStance } from './layout/forces'
import { unknownIn } from './layout/known'
import { gridAttributes, nearnessAt } from './scales'
import type { StakeAttributes, StakeForm, StakesLayout } from './types'

/**
 * What a symbol says whose middle is put down at a place of a form; what the form is not about is not in it. In the
 * tray it says that nobody knows; outside the field it is the nearest place inside.
 *
 * A layout then puts the symbol where it was put down when nothing is in the way: in the grid within half a
 * hundredth of the field, in the rings at a distance from the middle that differs by at most `RING_PAD` (a symbol
 * stands on no line), at an angle that is ours; in the force field in the nearest column, at a height that is ours.
 */
export function attributesAt(
  form: StakeForm,
  { x, y }: Point,
  { ground, tray }: Pick<StakesLayout, 'ground' | 'tray'>,
): Partial<StakeAttributes> {
  if (tray && holds(tray, { x, y })) return unknownIn(form)
  switch (ground.form) {
    case 'rings':
      return { nearness: nearnessAt(Math.hypot(x, y), ground.radii) }
    case 'grid':
      return gridAttributes({ x, y }, ground.size)
    case 'forces':
      return { stance: nearestStance(x / (2 * ground.half)) }
  }
}
