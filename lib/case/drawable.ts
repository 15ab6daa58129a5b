import { isDrawableText } from './richText'

/** Farther out than any person draws; beyond it, showing everything would show nothing. Pixels. */
const FARTHEST = 10_000_000

/** A record of free drawing as far as this looks into it. */
interface Drawn {
  type?: string
  props?: Record<string, unknown>
}

/**
 * Whether a record that fits the canvas library's own schema can also be drawn by it. The schema lets some records
 * through that throw while they are drawn, and one of those takes the whole canvas away from everybody.
 */
export function isDrawable(record: Drawn): boolean {
  const { type, props = {} } = record
  if (props['richText'] !== undefined && !isDrawableText(props['richText'])) return false
  if ((type === 'draw' || type === 'highlight') && !hasInk(props['segments'])) return false
  if (type === 'line' && !(isObject(props['points']) && Object.keys(props['points']).length >= 2))
    return false
  return isNear(record)
}

function hasInk(segments: unknown): boolean {
  if (!Array.isArray(segments) || segments.length === 0) return false
  return segments.every(
    (one: unknown) => isObject(one) && Array.isArray(one['points']) && one['points'].length > 0,
  )
}

/** Whether all numbers in it, however deep, are of a size that a screen can deal with. */
function isNear(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) <= FARTHEST
  return typeof value !== 'object' || value === null || Object.values(value).every(isNear)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
