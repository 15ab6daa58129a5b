import type { Site } from './site'

const CLEAR = 4
const APART = 5
/** A way through between partners crosses their line. */
const THROUGH_COUPLE = 80

/** Ways from above a row to below it, between the boxes of symbols and words that stand there. */
export class Gaps {
  readonly #rows: ReadonlyMap<number, readonly Site[]>
  readonly #couples: ReadonlySet<string>
  readonly #used = new Map<number, number[]>()

  /** `rows`: from left to right. `couples`: ids of those who have a line to the one right of them. */
  constructor(rows: ReadonlyMap<number, readonly Site[]>, couples: ReadonlySet<string>) {
    this.#rows = rows
    this.#couples = couples
  }

  /** A line goes down here, and others keep some distance. */
  use(row: number, x: number): void {
    const used = this.#used.get(row)
    if (used) used.push(x)
    else this.#used.set(row, [x])
  }

  /** The free way through a row that is nearest to `x`. */
  through(row: number, x: number): number {
    const line = this.#rows.get(row) ?? []
    let best = { x, cost: Infinity }
    for (let i = 0; i <= line.length; i++) {
      const [lo, hi] = this.#between(line[i - 1], line[i])
      if (lo > hi) continue
      const at = this.#free(row, Math.min(hi, Math.max(lo, x)), lo, hi)
      const left = line[i - 1]
      const cost = Math.abs(at - x) + (left && this.#couples.has(left.id) ? THROUGH_COUPLE : 0)
      if (cost < best.cost) best = { x: at, cost }
    }
    this.use(row, best.x)
    return best.x
  }

  /** Directly beside somebody's words, at the side of `towards`. */
  beside(site: Site, towards: number): number {
    const line = this.#rows.get(site.row) ?? []
    const i = line.indexOf(site)
    const right = towards > site.x
    const [lo, hi] = right ? this.#between(site, line[i + 1]) : this.#between(line[i - 1], site)
    const x = this.#free(site.row, right ? lo : hi, lo, hi)
    this.use(site.row, x)
    return x
  }

  #between(left: Site | undefined, right: Site | undefined): [number, number] {
    const lo = left ? left.x + left.half + CLEAR : right ? right.x - right.half - 400 : -Infinity
    const hi = right ? right.x - right.half - CLEAR : left ? left.x + left.half + 400 : Infinity
    return [lo, hi]
  }

  #free(row: number, x: number, lo: number, hi: number): number {
    const used = this.#used.get(row) ?? []
    const isFree = (at: number) =>
      at >= lo && at <= hi && used.every((other) => Math.abs(other - at) >= APART)
    for (let step = 0; step < 40; step++)
      for (const at of [x + step * APART, x - step * APART]) if (isFree(at)) return at
    // Full: between two that are there.
    for (let step = 0; step <= 20; step++) {
      const at = lo + ((hi - lo) * step) / 20
      if (used.every((other) => Math.abs(other - at) >= 0.5)) return at
    }
    return x
  }
}
