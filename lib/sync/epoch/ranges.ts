/** Clocks by client id. */
export class Ranges {
  readonly #of = new Map<number, [from: number, to: number][]>()

  add(client: number, from: number, length: number): void {
    const known = this.#of.get(client)
    const last = known?.at(-1)
    // What one writes in a row comes in a row.
    if (last && last[1] === from) last[1] = from + length
    else if (known) known.push([from, from + length])
    else this.#of.set(client, [[from, from + length]])
  }

  has(client: number, clock: number): boolean {
    return this.#of.get(client)?.some(([from, to]) => clock >= from && clock < to) ?? false
  }

  *all(): Iterable<readonly [client: number, from: number, to: number]> {
    for (const [client, ranges] of this.#of) for (const [from, to] of ranges) yield [client, from, to]
  }
}
