import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { z } from 'zod'
import { applyTextDiff, clip } from '../diffText'
import { caseMap, isMap, isText, sharedRecord } from '../doc'
import { fieldsOf } from '../fields'
import { type CaseLane, Event, Lane } from '../schema'
import { type Actor, command, live, setValues } from './run'

type Place = CaseLane['place']

/** Lanes that the server makes with the case: they can change in everything, but they stay. */
export const SIDES: readonly string[] = ['professional', 'family']

/** The most lanes of one timeline: more than anybody can look at. */
export const MAX_LANES = 24

/** A new lane at the outside of its place. */
export interface NewLane {
  name: string
  kind: 'organisation' | 'person' | 'theme'
  /** Id of the organisation or person that it is for. */
  about?: string | null
  place: Place
}

/** Adds a lane at the outside of its place; its id, or null when it does not fit or the case has no timeline. */
export function addLane(doc: Y.Doc, actor: Actor, input: NewLane): string | null {
  const lanes = lanesOf(doc)
  if (!lanes || lanes.size >= MAX_LANES || input.name.trim() === '') return null
  const last = stackedLanes(lanes, input.place).at(-1)
  const max = fieldsOf(Lane).get('name')?.max ?? 0
  const order = keyBetween(last?.order ?? null, null)
  const parsed = Lane.safeParse({ ...input, name: clip(input.name.trim(), max), order: order ?? '' })
  const id = actor.newId()
  if (!parsed.success || lanes.has(id)) return null
  command(doc, actor, 'addLane', () => {
    lanes.set(id, sharedRecord(Lane, parsed.data))
    if (order === null)
      rekey(lanes, [...stackedLanes(lanes, input.place).filter((one) => one.id !== id), { id }])
  })
  return id
}

/**
 * Puts a lane at a place: `index` counts from the axis outwards among the other lanes there. Two people who move
 * different lanes at once both get what they did; who moves the same lane last, decides.
 */
export function moveLane(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; place: Place; index: number },
): boolean {
  const lanes = lanesOf(doc)
  const lane = lanes?.get(input.id)
  if (!lanes || !isMap(lane)) return false
  const others = stackedLanes(lanes, input.place).filter(({ id }) => id !== input.id)
  const index = Math.min(Math.max(0, Math.trunc(input.index) || 0), others.length)
  const isThere =
    placeOf(lane) === input.place &&
    stackedLanes(lanes, input.place).findIndex(({ id }) => id === input.id) === index
  if (isThere) return false
  const order = keyBetween(others[index - 1]?.order ?? null, others[index]?.order ?? null)
  return command(doc, actor, 'moveLane', () => {
    const moved = setValues(Lane, lane, { place: input.place, ...(order === null ? {} : { order }) })
    if (order !== null) return moved
    rekey(lanes, [...others.slice(0, index), { id: input.id }, ...others.slice(index)])
    return true
  })
}

/** Folds a lane to a thin band, or opens it again: for everybody. */
export function collapseLane(doc: Y.Doc, actor: Actor, input: { id: string; collapsed: boolean }): boolean {
  const lane = lanesOf(doc)?.get(input.id)
  if (!isMap(lane)) return false
  return command(doc, actor, 'collapseLane', () => setValues(Lane, lane, { collapsed: input.collapsed }))
}

/**
 * Takes a lane away. One with moments needs `to`, the lane where they go; what lies in the bin goes there too. The
 * two sides stay.
 */
export function removeLane(doc: Y.Doc, actor: Actor, input: { id: string; to: string | null }): boolean {
  const lanes = lanesOf(doc)
  const { id, to } = input
  if (!lanes?.has(id) || SIDES.includes(id) || to === id) return false
  if (to !== null && !lanes.has(to)) return false
  const inside = [...caseMap(doc, 'events').values()].filter(
    (event) => isMap(event) && event.get('side') === id,
  )
  const seen = inside.some((event) => !event.get('binned'))
  if (seen && to === null) return false
  return command(doc, actor, 'removeLane', () => {
    for (const event of inside) setValues(Event, event, { side: to ?? SIDES[1] })
    lanes.delete(id)
    return true
  })
}

/** Names of the two sides in one step, as a preset gives them. */
export function nameSides(
  doc: Y.Doc,
  actor: Actor,
  names: Readonly<Record<'professional' | 'family', string>>,
): boolean {
  const lanes = lanesOf(doc)
  const max = fieldsOf(Lane).get('name')?.max ?? 0
  const texts = (['professional', 'family'] as const).flatMap((id) => {
    const lane = lanes?.get(id)
    const name = isMap(lane) ? lane.get('name') : null
    return isText(name) && names[id].trim() ? [{ name, to: clip(names[id].trim(), max) }] : []
  })
  if (texts.every(({ name, to }) => name.toJSON() === to)) return false
  return command(doc, actor, 'nameSides', () => {
    for (const { name, to } of texts) applyTextDiff(name, to)
    return true
  })
}

/** The lanes of a place as shared records, from the axis outwards. */
function stackedLanes(lanes: Y.Map<unknown>, place: Place): { id: string; order: string }[] {
  return [...lanes.entries()]
    .flatMap(([id, lane]) => (isMap(lane) && placeOf(lane) === place ? [{ id, order: orderOf(lane) }] : []))
    .sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id))
}

/** New keys for lanes in this order: needed when two people gave neighbours the same key at once. */
function rekey(lanes: Y.Map<unknown>, ordered: readonly { id: string }[]): void {
  const keys = generateNKeysBetween(null, null, ordered.length)
  ordered.forEach(({ id }, i) => {
    const lane = lanes.get(id)
    if (isMap(lane)) setValues(Lane, lane, { order: keys[i] })
  })
}

/** A key between two; null when there is none (equal, not of our making, or grown too long). */
function keyBetween(before: string | null, after: string | null): string | null {
  try {
    const key = generateKeyBetween(before, after)
    return z.safeParse(Lane.shape.order, key).success ? key : null
  } catch {
    return null
  }
}

function lanesOf(doc: Y.Doc): Y.Map<unknown> | null {
  const lanes = live(doc, 'views', 'timeline')?.get('lanes')
  return isMap(lanes) ? lanes : null
}

const placeOf = (lane: Y.Map<unknown>): Place => (lane.get('place') === 'above' ? 'above' : 'below')

function orderOf(lane: Y.Map<unknown>): string {
  const order = lane.get('order')
  return typeof order === 'string' ? order : 'a0'
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
