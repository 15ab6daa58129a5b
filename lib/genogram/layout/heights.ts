import { ROW_PITCH, SYMBOL } from '../types'
import { groupBy } from './graph'
import { assignLevels, type Net } from './nets'
import type { Site } from './site'

const TIER_BELOW_WORDS = 10
const TIER_STEP = 12
const BAR_ABOVE_SYMBOLS = 30
const BAR_STEP = 14
const TIER_TO_BAR = 16

/**
 * Height of every row's middle (row 0 at 0), and of every net: rows move apart where words or lines need the room.
 * With `fixed` heights of rows, only the nets are placed.
 */
export function heightsOf(
  sites: Iterable<Site>,
  nets: readonly Net[],
  fixed: ((row: number) => number) | null,
): (row: number) => number {
  const rows = groupBy(sites, (site) => site.row)
  const last = Math.max(0, ...rows.keys())
  const zones = groupBy(nets, (net) => net.zone)
  const ys = [0]
  const depthOf = (row: number) =>
    Math.max(SYMBOL / 2, ...(rows.get(row) ?? []).filter((site) => !site.off).map((site) => site.depth))
  for (let zone = -1; zone <= last; zone++) {
    const own = zones.get(zone) ?? []
    const tiers = own.filter((net) => net.kind === 'tier')
    const bars = own.filter((net) => net.kind === 'bar')
    const room =
      assignLevels(tiers) * TIER_STEP +
      assignLevels(bars) * BAR_STEP +
      TIER_BELOW_WORDS +
      TIER_TO_BAR +
      BAR_ABOVE_SYMBOLS
    const top = (ys[zone] ?? 0) + depthOf(zone)
    if (zone >= 0)
      ys[zone + 1] =
        fixed?.(zone + 1) ??
        Math.max((ys[zone] ?? 0) + ROW_PITCH, Math.ceil(top + room - BAR_STEP + SYMBOL / 2))
    const bottom = (ys[zone + 1] ?? 0) - SYMBOL / 2 - BAR_ABOVE_SYMBOLS
    for (const net of tiers) net.y = top + TIER_BELOW_WORDS + net.level * TIER_STEP
    for (const net of bars) net.y = bottom - net.level * BAR_STEP
  }
  return (row) => ys[row] ?? 0
}
