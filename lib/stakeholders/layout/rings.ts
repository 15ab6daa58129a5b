import { areaOf, footprint, isFree, placedAt, roomOf } from '../place'
import { radiusOf, ringOf, ringRoom } from '../scales'
import {
  type Box,
  type PlacedStake,
  type Sector,
  SECTORS,
  type StakesGround,
  type StakesInput,
} from '../types'
import type { Known } from './known'

/** Width of each ring, the nearest first, before they have to be wider. The nearest has a family of four or five. */
const WIDTHS = [190, 84, 84, 84]
const WIDER = 1.2
/** A whole turn in degrees. */
const TURN = 360
/** Places along a ring that are tried are this far apart, and this far when the own distance is taken. */
const ALONG = 14
const ASIDE = 12
/** From a symbol to the side of its sector. */
const SIDE_PAD = 8
/** Further away from each other than this is no better. */
const ENOUGH = 200

interface Slice {
  sector: Sector
  from: number
  to: number
}

/**
 * Who is near and who is far, around the middle. Everybody stands in the ring of their nearness and in the sector of
 * their circle; the angle is ours. One after the other, in the order given, takes the place at their distance that is
 * furthest from the others of the sector and from its sides; when none is free there, the nearest other distance in
 * the same ring; when that is full, the ring grows. So who comes later moves nobody who came before, unless a ring
 * grows or a sector takes more room.
 */
export function layoutRings(
  known: readonly Known<'nearness'>[],
  centre: StakesInput['centre'],
): { ground: StakesGround & { form: 'rings' }; stakes: PlacedStake[]; centre: PlacedStake | null } {
  const middle = centre && placedAt({ ...centre, id: centre.subject, type: 'person' }, 0, 0)
  const sectors = slicesOf(known)
  const widths = [...WIDTHS]
  for (let ring = 0; ring < widths.length; ring++) {
    while (isTooNarrow(ring, radiiOf(widths), known, sectors)) widths[ring] = (widths[ring] ?? 0) * WIDER
  }
  for (;;) {
    const radii = radiiOf(widths)
    const stakes = fill(known, { radii, sectors, taken: middle ? [footprint(middle)] : [] })
    if (Array.isArray(stakes)) return { ground: { form: 'rings', radii, sectors }, stakes, centre: middle }
    widths[stakes.full] = (widths[stakes.full] ?? 0) * WIDER
  }
}

const radiiOf = (widths: readonly number[]) =>
  widths.map((_, i) => widths.slice(0, i + 1).reduce((sum, width) => sum + width, 0))

/** Whether the area of those in a ring is more than there is of it in their sector, so that nothing need be tried. */
function isTooNarrow(
  ring: number,
  radii: readonly number[],
  known: readonly Known<'nearness'>[],
  sectors: readonly Slice[],
): boolean {
  const [inner, outer] = [radii[ring - 1] ?? 0, radii[ring] ?? 0]
  const whole = Math.PI * (outer ** 2 - inner ** 2)
  return sectors.some(({ sector, from, to }) => {
    const inside = known.filter((one) => one.sector === sector && ringOf(one.nearness) === ring)
    const needed = inside.reduce((sum, who) => sum + areaOf(roomOf(who)), 0)
    return inside.length > 1 && needed > (whole * (to - from)) / TURN
  })
}

interface Field {
  radii: readonly number[]
  sectors: readonly Slice[]
  taken: Box[]
}

/** A place for everybody, or the ring that has too little room. */
function fill(known: readonly Known<'nearness'>[], field: Field): PlacedStake[] | { full: number } {
  const stakes: PlacedStake[] = []
  const inSector = new Map<Sector, PlacedStake[]>()
  for (const who of known) {
    const slice = field.sectors.find(({ sector }) => sector === who.sector)
    if (!slice) continue
    const others = inSector.get(who.sector) ?? []
    const place = placeIn(who, slice, others, field)
    if (!place) return { full: ringOf(who.nearness) }
    stakes.push(place)
    inSector.set(who.sector, [...others, place])
    field.taken.push(footprint(place))
  }
  return stakes
}

function placeIn(
  who: Known<'nearness'>,
  slice: Slice,
  others: readonly PlacedStake[],
  { radii, taken }: Field,
): PlacedStake | null {
  const wanted = radiusOf(who.nearness, radii)
  const { from, to } = ringRoom(ringOf(who.nearness), radii)
  const distances = [wanted]
  for (let off = ASIDE; wanted - off >= from || wanted + off <= to; off += ASIDE) {
    if (wanted - off >= from) distances.push(wanted - off)
    if (wanted + off <= to) distances.push(wanted + off)
  }
  const room = roomOf(who)
  for (const radius of distances) {
    let best: { x: number; y: number; air: number } | null = null
    for (const angle of anglesIn(slice, radius, who.type === 'organisation' ? 28 : 20)) {
      const [x, y] = [radius * Math.sin(inRadians(angle)), -radius * Math.cos(inRadians(angle))]
      if (!isFree(room, x, y, taken)) continue
      let air = Math.min(ENOUGH, 2 * toSides(slice, angle, radius))
      for (const other of others) air = Math.min(air, Math.hypot(other.x - x, other.y - y))
      // The middle of the sector comes first: of two equally good places it is the one that is kept.
      if (!best || air > best.air + 0.001) best = { x, y, air }
    }
    if (best) return placedAt(who, best.x, best.y)
  }
  return null
}

/** Angles to try, the middle of the sector first and then to both sides of it. */
function anglesIn({ from, to }: Slice, radius: number, halfSymbol: number): number[] {
  const middle = (from + to) / 2
  const aside = (Math.asin(Math.min(1, (halfSymbol + SIDE_PAD) / radius)) * TURN) / (2 * Math.PI)
  const most = to - from >= TURN ? TURN / 2 : Math.max(0, (to - from) / 2 - aside)
  const step = (ALONG / radius) * (TURN / (2 * Math.PI))
  const angles = [middle]
  for (let off = step; off <= most; off += step) angles.push(middle - off, middle + off)
  return angles
}

/** Distance to the nearer side of a sector; a whole turn has none. */
function toSides({ from, to }: Slice, angle: number, radius: number): number {
  if (to - from >= TURN) return ENOUGH
  const aside = Math.min(angle - from, to - angle)
  return aside >= TURN / 4 ? radius : radius * Math.sin(inRadians(aside))
}

/**
 * The parts of the turn. Only who is there has one, and more people take more of it, in steps: one more seldom turns
 * all the others.
 */
function slicesOf(known: readonly Known<'nearness'>[]): Slice[] {
  const shares = SECTORS.map((sector) => ({
    sector,
    share: shareOf(known.filter((one) => one.sector === sector).length),
  })).filter(({ share }) => share > 0)
  const sum = shares.reduce((all, { share }) => all + share, 0)
  let at = 0
  return shares.map(({ sector, share }) => {
    const from = (at / sum) * TURN
    at += share
    return { sector, from, to: (at / sum) * TURN }
  })
}

function shareOf(count: number): number {
  if (count === 0) return 0
  return count < 2 ? 2 : count < 4 ? 3 : count < 8 ? 5 : 6
}

const inRadians = (degrees: number) => (degrees / TURN) * 2 * Math.PI
