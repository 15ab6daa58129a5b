import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BROKEN, family, FamilyBuilder } from '../test-kit'
import { familyOf, type Couple, type Tie } from './family'
import { rowsOf } from './rows'

const RUNS = Number(process.env['GENOGRAM_RUNS'] ?? 200)

/** Rows by trying: everybody starts at 0 and goes down as often as something asks for it; null if that never ends. */
function tryRows(people: readonly string[], ties: readonly Tie[], couples: readonly Couple[]): boolean {
  const row = new Map(people.map((id) => [id, 0]))
  const at = (id: string) => row.get(id) ?? 0
  for (let round = 0; round <= people.length * people.length + 1; round++) {
    let moved = false
    const lower = (id: string, least: number) => {
      if (at(id) >= least) return
      row.set(id, least)
      moved = true
    }
    for (const { couple, child } of ties) for (const parent of couple.partners) lower(child, at(parent) + 1)
    for (const { partners } of couples) for (const id of partners) lower(id, Math.max(...partners.map(at)))
    if (!moved) return true
    if (Math.max(...row.values()) > people.length) return false
  }
  return false
}

/** Size of the smallest set without which it works, by trying all. */
function least<T>(items: readonly T[], works: (kept: readonly T[]) => boolean): number {
  let best = items.length
  for (let set = 0; set < 2 ** items.length; set++) {
    const kept = items.filter((_, i) => (set & (1 << i)) === 0)
    if (items.length - kept.length < best && works(kept)) best = items.length - kept.length
  }
  return best
}

describe('rowsOf', () => {
  it('[GL2] names no more contradictions than trying everything finds, in families of up to ten', () => {
    let contradictory = 0
    const property = fc.property(family({ ...BROKEN, maxPeople: 10 }), (input) => {
      const known = familyOf(input)
      const ties = known.couples.flatMap((couple) => couple.ties)
      const couples = known.couples.filter((couple) => couple.partners.length === 2)
      if (ties.length > 10 || couples.length > 10) return
      const rows = rowsOf(known)
      expect(rows.broken.size).toBe(least(ties, (kept) => tryRows(known.members, kept, [])))
      const sound = ties.filter((tie) => !rows.broken.has(tie))
      expect(rows.apart.size).toBeLessThanOrEqual(
        least(couples, (kept) => tryRows(known.members, sound, kept)),
      )
      if (rows.contradictions.length > 0) contradictory++
    })
    fc.assert(property, { numRuns: RUNS, seed: 20_261_124 })
    expect(contradictory).toBeGreaterThan(RUNS / 20)
  }, 60_000)

  it('[GL2] a man who is the father of his own grandfather: the latest tie is named, all have a row', () => {
    const input = new FamilyBuilder().couple('a', 'x', ['b']).alone('b', ['c']).alone('c', ['a']).input()
    const rows = rowsOf(familyOf(input))
    expect(rows.contradictions).toEqual([{ kind: 'cycle', ids: ['a', 'alone-c'] }])
    expect(rows.rowOf.size).toBe(4)
  })

  it('[GL3] ancestors of a partner stand directly above, not at the top', () => {
    const input = new FamilyBuilder()
      .couple('1', '2', ['3'])
      .couple('3', '4', ['5'])
      .couple('5', '6')
      .couple('7', '8', ['6'])
      .input()
    expect(rowsOf(familyOf(input)).rowOf.get('7')).toBe(1)
  })
})
