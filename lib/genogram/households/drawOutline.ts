import type { Shape } from '@/lib/drawing/shapes'
import { plated } from '@/lib/timeline/plate'
import type { GenogramTheme } from '../theme'
import type { HouseholdOutline } from '../types'
import { NAME_PX } from './outlineHouseholds'

/** Dashes of households that share somebody, so that both can be followed. */
const DASHES = [
  [6, 5],
  [2, 4],
  [12, 4],
] as const

/** One outline, behind everything else. In page units. */
export function drawOutline({ path, level }: HouseholdOutline, theme: GenogramTheme): Shape[] {
  const { strong, soft } = theme.tints.family
  const dash = DASHES[level % DASHES.length]
  return [
    { type: 'path', d: path, evenOdd: true, fill: soft, fillOpacity: 0.5 },
    { type: 'path', d: path, stroke: strong, strokeWidth: 1.5, strokeOpacity: 0.8, dash },
  ]
}

/** Its name, above all lines. */
export function drawOutlineName({ label }: HouseholdOutline, name: string, theme: GenogramTheme): Shape[] {
  const fill = theme.tints.family.strong
  return plated(
    { type: 'text', x: label.x, y: label.y, text: name, px: NAME_PX, weight: 'bold', fill },
    theme.paper,
    () => true,
  )
}
