import type { GenogramInput, GenogramLayout, PlacedPerson } from '../types'
import { familyOf } from './family'

/** What is wrong with a layout, by rule; empty when all holds. `pinned`: only what pins leave true is asked. */
export function faultsOf(input: GenogramInput, layout: GenogramLayout): string[] {
  const pinned = input.pins.length > 0
  const always = [...missing(input, layout), ...overlaps(layout)]
  return pinned
    ? always
    : [
        ...always,
        ...rowFaults(input, layout),
        ...orderFaults(input, layout),
        ...dropFaults(layout),
        ...lineFaults(layout),
      ]
}

function missing(input: GenogramInput, { people, unions }: GenogramLayout): string[] {
  const ids = (all: readonly { id: string }[]) =>
    all
      .map((one) => one.id)
      .sort()
      .join()
  const once = (all: readonly { id: string }[]) => [...new Set(all.map((one) => one.id))].sort().join()
  const faults: string[] = []
  if (ids(people) !== once(input.people)) faults.push('GL1 people')
  if (ids(unions) !== once(input.unions)) faults.push('GL1 unions')
  if (people.some(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y)))
    faults.push('GL1 a place that is none')
  return faults
}

function rowFaults(input: GenogramInput, layout: GenogramLayout): string[] {
  const faults: string[] = []
  const at = placesOf(layout)
  const broken = new Set(
    layout.contradictions.filter((one) => one.kind === 'cycle').map((one) => one.ids.join()),
  )
  for (const { partners, contradiction, id } of layout.unions) {
    const [a, b] = partners.map((one) => at(one))
    if (a && b && contradiction === Math.abs(a.y - b.y) < 1) faults.push(`GL2 ${id}`)
  }
  for (const { id, partners, ties } of familyOf(input).couples)
    for (const tie of ties) {
      const child = at(tie.child)
      for (const one of partners)
        if (child.y <= at(one).y && !broken.has([id, tie.child].sort().join()))
          faults.push(`GL3 ${id} ${tie.child}`)
    }
  return faults
}

function orderFaults(input: GenogramInput, layout: GenogramLayout): string[] {
  const faults: string[] = []
  const at = placesOf(layout)
  const out = new Set(layout.contradictions.filter((one) => one.kind === 'order').flatMap((one) => one.ids))
  const family = familyOf(input)
  for (const [couple, ties] of family.sibships) {
    const sibs = ties.map((tie) => at(tie.child))
    for (let i = 1; i < sibs.length; i++)
      for (let k = 0; k < i; k++)
        if (sibs[k]?.y === sibs[i]?.y && (sibs[k]?.x ?? 0) >= (sibs[i]?.x ?? 0) && !out.has(couple.id))
          faults.push(`GL4 ${couple.id}`)
  }
  const partnersOf = (id: string) =>
    new Set(
      family.couples
        .filter((one) => one.partners.includes(id))
        .flatMap((one) => one.partners.filter((other) => other !== id)),
    )
  for (const { partners, contradiction, id } of layout.unions) {
    const [a, b] = partners.map((one) => at(one))
    if (!a || !b || contradiction || !isPath(a.id, partnersOf)) continue
    const between = layout.people.some(
      (one) =>
        one.row === a.row &&
        one.x > Math.min(a.x, b.x) &&
        one.x < Math.max(a.x, b.x) &&
        Math.abs(one.y - a.y) < 1,
    )
    if (between) faults.push(`GL5 ${id}`)
  }
  return faults
}

/** Everybody who is reached by partners has at most two, and it does not come round. */
function isPath(start: string, partnersOf: (id: string) => ReadonlySet<string>): boolean {
  const seen = new Set([start])
  let links = 0
  for (const id of seen) {
    const own = partnersOf(id)
    if (own.size > 2) return false
    links += own.size
    for (const other of own) seen.add(other)
  }
  return links === 2 * (seen.size - 1)
}

function overlaps({ people }: GenogramLayout): string[] {
  const faults: string[] = []
  const boxes = people.map((one) => ({ one, boxes: boxesOf(one) }))
  for (let i = 0; i < boxes.length; i++)
    for (let k = 0; k < i; k++) {
      const [a, b] = [boxes[i], boxes[k]]
      if (!a || !b || (a.one.pinned && b.one.pinned)) continue
      for (const p of a.boxes)
        for (const q of b.boxes)
          if (p.x1 < q.x2 + 8 && q.x1 < p.x2 + 8 && p.y1 < q.y2 && q.y1 < p.y2)
            faults.push(`GL6 ${a.one.id} ${b.one.id}`)
    }
  return faults
}

function boxesOf({ x, y, w, h, labelW, labelH, labelY }: PlacedPerson) {
  const symbol = { x1: x - w / 2, x2: x + w / 2, y1: y - h / 2, y2: y + h / 2 }
  return labelH > 0
    ? [symbol, { x1: x - labelW / 2, x2: x + labelW / 2, y1: labelY, y2: labelY + labelH }]
    : [symbol]
}

function dropFaults(layout: GenogramLayout): string[] {
  const faults: string[] = []
  const at = placesOf(layout)
  for (const { id, partners, line, drop } of layout.unions) {
    const [a, b] = partners.map((one) => at(one))
    if (!drop || !a) continue
    if (!b && drop.x !== a.x) faults.push(`GL7 ${id}`)
    if (!line || !b) continue
    const on = drop.y === line.y && drop.x >= line.x1 && drop.x <= line.x2
    if (!on || (a.y === b.y && (drop.x <= Math.min(a.x, b.x) || drop.x >= Math.max(a.x, b.x))))
      faults.push(`GL7 ${id}`)
  }
  return faults
}

/** Lines through symbols or words: those of the line's own partners and child are no fault, their words are. */
function lineFaults(layout: GenogramLayout): string[] {
  const faults: string[] = []
  const people = layout.people.map((one) => ({ one, boxes: boxesOf(one) }))
  const check = (points: readonly { x: number; y: number }[], own: readonly string[], name: string) => {
    for (let i = 1; i < points.length; i++)
      for (const { one, boxes } of people)
        boxes.forEach((box, part) => {
          if (part === 0 && own.includes(one.id)) return
          if (cuts(points[i - 1] ?? { x: 0, y: 0 }, points[i] ?? { x: 0, y: 0 }, box))
            faults.push(`GL8 ${name} ${one.id}`)
        })
  }
  for (const { id, partners, line, drop, bar, barY } of layout.unions) {
    if (line) check(line.points, partners, id)
    if (!drop || !bar || barY === null) continue
    check([drop, { x: drop.x, y: barY }], [], id)
    check(
      [
        { x: bar.x1, y: barY },
        { x: bar.x2, y: barY },
      ],
      [],
      id,
    )
  }
  for (const { id, child, points } of layout.childLines) check(points, [child], id)
  return faults
}

type Box = ReturnType<typeof boxesOf>[number]

/** Whether a straight line passes through the inside of a box. */
function cuts(a: { x: number; y: number }, b: { x: number; y: number }, box: Box): boolean {
  let [from, to] = [0, 1]
  for (const [start, delta, lo, hi] of [
    [a.x, b.x - a.x, box.x1 + 0.5, box.x2 - 0.5],
    [a.y, b.y - a.y, box.y1 + 0.5, box.y2 - 0.5],
  ] as const) {
    if (delta === 0) {
      if (start <= lo || start >= hi) return false
      continue
    }
    const [t1, t2] = [(lo - start) / delta, (hi - start) / delta]
    from = Math.max(from, Math.min(t1, t2))
    to = Math.min(to, Math.max(t1, t2))
  }
  return from < to
}

export function placesOf(layout: GenogramLayout): (id: string) => PlacedPerson {
  const all = new Map(layout.people.map((one) => [one.id, one]))
  return (id) => all.get(id) as PlacedPerson
}
