/** A letter of a text: it stayed, came, or went. */
export interface Run {
  is: 'kept' | 'new' | 'gone'
  text: string
}

/** Something that was put in the place of something else, between what stands before and after it. */
interface Splice {
  /** Where, in the text before all of it. */
  at: number
  before: string
  /** What went; a letter that is not known any more is `\0`. */
  cut: string
  add: string
  after: string
}

/** What was done to a text, and how long it was before and after. */
export interface TextEdit {
  from: number
  to: number
  splices: readonly Splice[]
}

/** As much of what stands around a splice is kept, to find its place again. */
const CONTEXT = 32

export function splicesOf(runs: readonly Run[]): TextEdit {
  const splices: Splice[] = []
  let kept = ''
  let open: Splice | null = null
  let from = 0
  let to = 0
  const close = () => {
    if (open) open.after = kept.slice(0, CONTEXT)
  }
  for (const { is, text } of runs) {
    if (is === 'kept') kept += text
    else {
      if (!open || kept) {
        close()
        open = { at: from, before: kept.slice(-CONTEXT), cut: '', add: '', after: '' }
        splices.push(open)
        kept = ''
      }
      if (is === 'new') open.add += text
      else open.cut += text
    }
    if (is !== 'new') from += text.length
    if (is !== 'gone') to += text.length
  }
  close()
  return { from, to, splices }
}

/** What is to be done to a text now; `lost`: words that have no place in it. */
export interface Placed {
  changes: { at: number; remove: number; add: string }[]
  lost: string[]
}

/** Fewer letters than this, and their surroundings, prove nothing. */
const PROOF = 8
const WEAK = 4

/**
 * Finds where an edit belongs in a text that others may have changed since, or that has it already (the answer that it
 * was saved was lost). Changes come from the last to the first. Nothing is removed that is not found again.
 */
export function placeEdit(text: string, { from, to, splices }: TextEdit): Placed {
  const wanted = splices.map((splice, i) => ({
    splice,
    done: splices.slice(0, i).reduce((at, { cut, add }) => at + add.length - cut.length, splice.at),
  }))
  const isUntouched =
    text.length === from && wanted.every(({ splice }) => fits(text, splice.at, splice, splice.cut))
  const isDone =
    text.length === to && wanted.every(({ splice, done }) => fits(text, done, splice, splice.add))
  if (!isUntouched && isDone) return { changes: [], lost: [] }
  const placed: Placed = { changes: [], lost: [] }
  for (const { splice, done } of wanted.reverse()) {
    const { at, before, cut, add, after } = splice
    // Exactly where it would be by now, and not where it was to be done.
    if (add && fits(text, done, splice, add) && !fits(text, at, splice, cut)) continue
    const proof = before.length + add.length + after.length
    if (!isUntouched && add && proof >= PROOF && nearest(text, done, splice, add) !== null) continue
    const exact = before || after || from === cut.length ? nearest(text, at, splice, cut) : null
    if (exact !== null) placed.changes.push({ at: exact, remove: cut.length, add })
    else if (add) {
      const left = before.length >= WEAK ? nearest(text, at, { before, after: '' }, '') : null
      const right = left ?? (after.length >= WEAK ? nearest(text, at, { before: '', after }, '') : null)
      if (right !== null) placed.changes.push({ at: right, remove: 0, add })
      else placed.lost.unshift(add)
    }
  }
  // Two that were found out of order would undo each other.
  placed.changes.sort((a, b) => b.at - a.at)
  return placed
}

type Around = Pick<Splice, 'before' | 'after'>

function fits(text: string, at: number, { before, after }: Around, middle: string): boolean {
  const whole = before + middle + after
  const start = at - before.length
  if (start < 0 || start + whole.length > text.length) return false
  for (let i = 0; i < whole.length; i++) if (whole[i] !== text[start + i] && whole[i] !== '\0') return false
  return true
}

/** The place nearest to `at` where `middle` stands between `before` and `after`. */
function nearest(text: string, at: number, around: Around, middle: string): number | null {
  for (let off = 0; off <= text.length; off++)
    for (const place of off === 0 ? [at] : [at - off, at + off])
      if (place >= 0 && place <= text.length && fits(text, place, around, middle)) return place
  return null
}
