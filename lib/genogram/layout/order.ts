import { byText } from '@/lib/timeline/lanes'
import type { GenoContradiction } from '../types'
import type { Chain, Chains } from './chains'
import type { Couple, Family } from './family'
import { fewestDrops } from './fewestDrops'
import { circles, edgesOf, groupBy, isAcyclic } from './graph'

/** `before` stands left of `after`, because children of `couple` in them were born in that order. */
interface Rule {
  couple: Couple
  before: Chain
  after: Chain
}

export interface Ordered {
  /** Chains from left to right, by row. */
  rows: ReadonlyMap<number, readonly Chain[]>
  contradictions: readonly GenoContradiction[]
}

/**
 * Brothers and sisters in order of birth in every row, the rest as near to `lines` as that allows. Where partners who
 * belong side by side make it impossible, the fewest couples that there are have children out of order, and are named.
 */
export function inBirthOrder(
  family: Family,
  chains: Chains,
  lines: ReadonlyMap<number, readonly Chain[]>,
): Ordered {
  const rules: Rule[] = []
  const out = new Set<string>()
  for (const [couple, ties] of family.sibships) {
    for (const sibs of groupBy(ties, (tie) => chains.chainOf.get(tie.child)?.row).values())
      for (let i = 1; i < sibs.length; i++) {
        const [a, b] = [sibs[i - 1]?.child ?? '', sibs[i]?.child ?? '']
        const [before, after] = [chains.chainOf.get(a), chains.chainOf.get(b)]
        if (!before || !after) continue
        if (before !== after) rules.push({ couple, before, after })
        else if (before.members.indexOf(a) > before.members.indexOf(b)) out.add(couple.id)
      }
  }
  const rows = new Map<number, Chain[]>()
  for (const [row, line] of lines) {
    const here = rules.filter((rule) => rule.before.row === row)
    const dropped = new Set<Rule>()
    const all = edgesOf(
      line,
      here.map((rule) => [rule.before, rule.after] as const),
    )
    for (const circle of circles(all)) {
      if (circle.length === 1) continue
      const own = here.filter((rule) => circle.includes(rule.before) && circle.includes(rule.after))
      const arrows = (kept: readonly Rule[]) =>
        edgesOf(
          circle,
          kept.map((rule) => [rule.before, rule.after] as const),
        )
      for (const rule of fewestDrops(own, (kept) => isAcyclic(arrows(kept)))) dropped.add(rule)
    }
    for (const rule of dropped) out.add(rule.couple.id)
    rows.set(
      row,
      sorted(
        line,
        here.filter((rule) => !dropped.has(rule)),
      ),
    )
  }
  const contradictions = [...out].sort(byText).map((id) => ({ kind: 'order' as const, ids: [id] }))
  return { rows, contradictions }
}

/** Who must stand before a chain and does not yet, is put directly before it. */
function sorted(line: readonly Chain[], rules: readonly Rule[]): Chain[] {
  const needs = edgesOf(
    line,
    rules.map((rule) => [rule.after, rule.before] as const),
  )
  const done = new Set<Chain>()
  const place = (chain: Chain): void => {
    if (done.has(chain)) return
    for (const before of needs.get(chain) ?? []) place(before)
    done.add(chain)
  }
  for (const chain of line) place(chain)
  return [...done]
}
