import { byText } from '@/lib/timeline/lanes'
import type { GenogramInput, GenogramLayout, GenoPerson, GenoPin, PlacedPerson } from '../types'
import { chainsOf, type Chains } from './chains'
import { columnsOf } from './columns'
import { markCrossings } from './crossings'
import { draw, type Drawn } from './draw'
import { familyOf, type Family } from './family'
import { groupBy, grouping } from './graph'
import { heightsOf } from './heights'
import { movedFree, placeAround, type Area } from './network'
import { inBirthOrder } from './order'
import { giveWay, pinsById } from './pins'
import { relatedCouples } from './related'
import { routesOf } from './route'
import { rowsOf, type Rows } from './rows'
import { siteOf, type Site } from './site'
import { FAMILY_GAP, LABEL_TOP, symbolSize } from './sizes'
import { weave } from './weave'

/** Between families that are not connected. */
const COMPONENT_GAP = 3 * FAMILY_GAP

/**
 * The geno-sociogram as places and lines, in page units; the person `ego`, else the first by order key, stands at the
 * origin unless pinned. Total: data that contradicts itself is drawn as far as it can be and named in
 * `contradictions`. Pure: the same input, in any order, makes the same picture everywhere.
 */
export function layoutGenogram(input: GenogramInput): GenogramLayout {
  const family = familyOf(input)
  const rows = rowsOf(family)
  const chains = chainsOf(family, rows)
  const { sites, orders } = placeFamilies(family, rows, chains, input.ego)
  const inFamily = new Set(family.members)
  const others = [...family.people.values()].filter((one) => !inFamily.has(one.id))
  const pins = pinsById(input.pins)
  let { routes, nets } = routesOf(family, sites)
  const rowY = heightsOf(sites.values(), nets, null)
  const zero = rowY(rows.rowOf.get(anchorOf(family, input.ego) ?? '') ?? 0)
  if (pins.size > 0) {
    // Rows keep the heights that they have without pins, so that what gives way does so once.
    giveWay(sites, others, pins, (row) => half(rowY(row) - zero))
    ;({ routes, nets } = routesOf(family, sites))
    heightsOf(sites.values(), nets, rowY)
  }
  for (const net of nets) net.y = half(net.y - zero)
  const yOf = (site: Site) => site.pinnedY ?? half(rowY(site.row) - zero)
  const related = relatedCouples(family)
  const drawn = routes.map((route) =>
    draw(route, yOf, { apart: rows.apart.has(route.couple), related: related.has(route.couple) }),
  )
  const crossings = markCrossings(drawn)
  const placed = [...sites.values()].map((site) =>
    placedAt(site.person, site.x, yOf(site), site.row, site.pinnedY !== null),
  )
  const around = placeOthers(others, pins, placed, drawn)
  const people = [...placed, ...around].sort((a, b) => byText(a.id, b.id))
  return {
    people,
    unions: drawn.map((one) => one.union).sort((a, b) => byText(a.id, b.id)),
    childLines: drawn
      .flatMap((one) => one.childLines)
      .sort((a, b) => byText(a.union, b.union) || byText(a.child, b.child)),
    multiples: drawn
      .flatMap((one) => one.multiples)
      .sort((a, b) => byText(a.union, b.union) || byText(a.key, b.key)),
    contradictions: [...rows.contradictions, ...orders].sort(
      (a, b) => byText(a.kind, b.kind) || byText(a.ids.join(' '), b.ids.join(' ')),
    ),
    crossings,
    bounds: box(areaOf(people, drawn)),
  }
}

/** Half a unit is finer than anybody sees, and hides what different ways to the same sum could differ. */
function half(value: number): number {
  return Math.round(value * 2) / 2 + 0
}

function anchorOf(family: Family, ego: string | null): string | undefined {
  if (ego !== null && family.members.includes(ego)) return ego
  return byKey(family.members.map((id) => family.people.get(id) as GenoPerson))[0]?.id
}

function byKey(people: readonly GenoPerson[]): GenoPerson[] {
  return [...people].sort((a, b) => byText(a.order, b.order) || byText(a.id, b.id))
}

/** Families beside each other, that of the anchor first, the others in order of their first person. */
function placeFamilies(family: Family, rows: Rows, chains: Chains, ego: string | null) {
  const links = family.couples.flatMap((couple) => {
    const all = [...couple.partners, ...couple.ties.map((tie) => tie.child)]
    return all.slice(1).map((id) => [all[0] as string, id] as const)
  })
  const anchor = anchorOf(family, ego)
  const sorted = byKey(family.members.map((id) => family.people.get(id) as GenoPerson)).map((one) => one.id)
  const order = anchor === undefined ? sorted : [anchor, ...sorted.filter((id) => id !== anchor)]
  const component = grouping(order, links)
  const sites = new Map<string, Site>()
  const orders: GenogramLayout['contradictions'][number][] = []
  let edge: number | null = null
  for (const members of groupBy(order, component).values()) {
    const own = new Set(members)
    const part: Family = {
      ...family,
      couples: family.couples.filter((couple) => couple.partners.some((id) => own.has(id))),
    }
    const { rows: lines, contradictions } = inBirthOrder(
      {
        ...part,
        sibships: new Map(part.couples.map((couple) => [couple, family.sibships.get(couple) ?? []])),
      },
      chains,
      weave(part, chains, members),
    )
    orders.push(...contradictions)
    const columns = columnsOf(part, chains, lines)
    const block = members.map((id) =>
      siteOf(family.people.get(id) as GenoPerson, rows.rowOf.get(id) ?? 0, columns.get(id) ?? 0),
    )
    const left = Math.min(...block.map((site) => site.x - site.half))
    const shift: number =
      edge === null ? -(columns.get(members[0] as string) ?? 0) : edge + COMPONENT_GAP - left
    for (const site of block) {
      site.x = half(site.x + shift)
      sites.set(site.id, site)
      edge = Math.max(edge ?? -Infinity, site.x + site.half)
    }
    edge = Math.max(...block.map((site) => site.x + site.half))
  }
  return { sites, orders }
}

function placedAt(
  person: GenoPerson,
  x: number,
  y: number,
  row: number | null,
  pinned: boolean,
): PlacedPerson {
  const { w, h } = symbolSize(person)
  const { labelW, labelH } = person
  return { id: person.id, x, y, w, h, labelY: y + h / 2 + LABEL_TOP, labelW, labelH, row, pinned }
}

/** Those without a row around the rest, and none of them under one who was pinned. */
function placeOthers(
  others: readonly GenoPerson[],
  pins: ReadonlyMap<string, GenoPin>,
  placed: readonly PlacedPerson[],
  drawn: readonly Drawn[],
): PlacedPerson[] {
  const fixed = others.flatMap((one) => {
    const pin = pins.get(one.id)
    return pin ? [placedAt(one, pin.x, pin.y, null, true)] : []
  })
  const free = others.filter((one) => !pins.has(one.id))
  // Whose view it is stands in the middle when there is no family.
  const around = placeAround(
    free,
    placed.length > 0 ? areaOf(placed, drawn) : { left: 0, right: 0, top: 0, bottom: 0 },
  )
  const there = [...fixed]
  for (const one of free) {
    const { x, y } = around.get(one.id) ?? { x: 0, y: 0 }
    there.push(placedAt(one, half(x), half(y), null, false))
  }
  return fixed.length === 0 ? there : movedFree(there)
}

function areaOf(people: readonly PlacedPerson[], drawn: readonly Drawn[]): Area {
  const xs: number[] = []
  const ys: number[] = []
  for (const { x, y, w, h, labelW, labelH, labelY } of people) {
    const reach = Math.max(w, labelW) / 2
    xs.push(x - reach, x + reach)
    ys.push(y - h / 2, y + h / 2, labelH > 0 ? labelY + labelH : y)
  }
  for (const { union, childLines } of drawn)
    for (const points of [union.line?.points ?? [], ...childLines.map((line) => line.points)])
      for (const point of points) {
        xs.push(point.x)
        ys.push(point.y)
      }
  if (xs.length === 0) return { left: 0, right: 0, top: 0, bottom: 0 }
  const least = (all: readonly number[]) => all.reduce((a, b) => Math.min(a, b))
  const most = (all: readonly number[]) => all.reduce((a, b) => Math.max(a, b))
  return { left: least(xs), right: most(xs), top: least(ys), bottom: most(ys) }
}

function box({ left, right, top, bottom }: Area): GenogramLayout['bounds'] {
  return { x: left, y: top, w: right - left, h: bottom - top }
}
