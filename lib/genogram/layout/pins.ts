import type { GenoPerson, GenoPin } from '../types'
import { groupBy } from './graph'
import { separate } from './separate'
import { siteOf, type Site } from './site'
import { BOX_GAP } from './sizes'

/** A pin this near the height of its row is in the row: its lines are straight. */
const SAME_ROW = 0.5

interface Interval {
  lo: number
  hi: number
}

/** The last pin of each id that is a place; equal ids by their numbers, so that order in the input is no matter. */
export function pinsById(pins: readonly GenoPin[]): Map<string, GenoPin> {
  const sound = pins.filter((pin) => Number.isFinite(pin.x) && Number.isFinite(pin.y))
  return new Map(sound.sort((a, b) => a.x - b.x || a.y - b.y).map((pin) => [pin.id, pin]))
}

/**
 * Puts the pinned at their place. In each row that a pinned box reaches, whoever is in its way moves to the nearest free
 * side and pushes only those whom they then touch; all others stay. `others`: people without a row, who can be pinned.
 */
export function giveWay(
  sites: ReadonlyMap<string, Site>,
  others: readonly GenoPerson[],
  pins: ReadonlyMap<string, GenoPin>,
  rowY: (row: number) => number,
): void {
  const boxes: { site: Site; y: number }[] = []
  for (const site of sites.values()) {
    const pin = pins.get(site.id)
    if (!pin) continue
    site.x = pin.x
    site.pinnedY = pin.y
    site.off = Math.abs(pin.y - rowY(site.row)) > SAME_ROW
    boxes.push({ site, y: pin.y })
  }
  for (const person of others) {
    const pin = pins.get(person.id)
    if (pin) boxes.push({ site: siteOf(person, -1, pin.x), y: pin.y })
  }
  if (boxes.length === 0) return
  for (const [row, line] of groupBy(sites.values(), (site) => site.row)) {
    const free = line.filter((site) => site.pinnedY === null).sort((a, b) => a.x - b.x)
    const top = rowY(row) - Math.max(...line.map((site) => site.h)) / 2 - BOX_GAP
    const bottom = rowY(row) + Math.max(...line.map((site) => site.depth)) + BOX_GAP
    const inWay = boxes
      .filter(({ site, y }) => y - site.h / 2 < bottom && y + site.depth > top)
      .map(({ site }) => ({ lo: site.x - site.half - BOX_GAP, hi: site.x + site.half + BOX_GAP }))
    if (inWay.length > 0) fill(free, roomsBetween(inWay))
  }
}

function roomsBetween(inWay: readonly Interval[]): Interval[] {
  const rooms: Interval[] = []
  let lo = -Infinity
  for (const one of [...inWay].sort((a, b) => a.lo - b.lo)) {
    if (one.lo > lo) rooms.push({ lo, hi: one.lo })
    lo = Math.max(lo, one.hi)
  }
  return [...rooms, { lo, hi: Infinity }]
}

/** Everybody in the room nearest to them that still has place, in order, moved as little as that allows. */
function fill(line: readonly Site[], rooms: readonly Interval[]): void {
  const taken = rooms.map((): Site[] => [])
  let first = 0
  for (const site of line) {
    let best = { room: rooms.length - 1, far: Infinity }
    for (let i = first; i < rooms.length; i++) {
      const { lo, hi } = rooms[i] as Interval
      const wide = [...(taken[i] ?? []), site].reduce((sum, one) => sum + 2 * one.half + BOX_GAP, -BOX_GAP)
      if (hi - lo < wide) continue
      const far = Math.abs(Math.min(hi - site.half, Math.max(lo + site.half, site.x)) - site.x)
      if (far < best.far) best = { room: i, far }
    }
    first = best.room
    taken[best.room]?.push(site)
  }
  taken.forEach((own, i) => {
    const { lo, hi } = rooms[i] as Interval
    if (own.length === 0) return
    const gaps = own.slice(1).map((site, k) => (own[k] as Site).half + site.half + BOX_GAP)
    const wishes = own.map((site) => ({ x: site.x, weight: 1 }))
    const places = separate(wishes, gaps)
    const whole = gaps.reduce((sum, gap) => sum + gap, 0)
    let offset = 0
    own.forEach((site, k) => {
      if (k > 0) offset += gaps[k - 1] ?? 0
      const least = lo + (own[0] as Site).half + offset
      const most = hi - (own.at(-1) as Site).half - whole + offset
      const x = Math.min(most, Math.max(least, places[k] ?? site.x))
      // Rounded away from where the room ends.
      site.x = x <= least ? Math.ceil(x * 2) / 2 : x >= most ? Math.floor(x * 2) / 2 : Math.round(x * 2) / 2
    })
  })
}
