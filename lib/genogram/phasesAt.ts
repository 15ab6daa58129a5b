import type { CasePhase } from '@/lib/case/schema'
import { sayDate } from '@/lib/dates/say'
import type { Day, Locale } from '@/lib/dates/types'
import { byText } from './byText'
import { firstDay, type Hold, type Moment, spanAt } from './hold'
import type { UnionContent } from './types'
import { ENDINGS } from './vocabulary'

/** A phase that had begun, or perhaps had. */
export interface HeldPhase {
  key: string
  phase: CasePhase
  begun: Hold
}

/**
 * The phases of a partnership in order: by date, those without one where they were put. Only those that had begun or
 * perhaps had.
 */
export function phasesAt(phases: Readonly<Record<string, CasePhase>>, moment: Moment): HeldPhase[] {
  return sortedPhases(phases, moment.today)
    .map(([key, phase]): HeldPhase => ({
      key,
      phase,
      begun: phase.date === null && moment.at >= moment.today ? 'yes' : spanAt(phase.date, moment).begun,
    }))
    .filter(({ begun }) => begun !== 'no')
}

/** Phases as they followed each other; one without a date comes right after the one before which it was added. */
export function sortedPhases(
  phases: Readonly<Record<string, CasePhase>>,
  today: Day,
): [key: string, phase: CasePhase][] {
  const ordered = Object.entries(phases).sort(
    ([a, one], [b, other]) => byText(one.order, other.order) || byText(a, b),
  )
  let last = -Infinity
  const timed = ordered.map((entry) => {
    const day = firstDay(entry[1].date, today)
    if (day !== null) last = day
    return { entry, day: day ?? last }
  })
  // Stable: what is of one day, and what has none, stays in stored order.
  return timed.sort((a, b) => Math.sign(a.day - b.day) || 0).map(({ entry }) => entry)
}

/**
 * What two people were to each other: what came last counts, and being together again mends an ending. Which one it
 * was stays to be seen: after a divorce there are two strokes and one back.
 */
export function unionContent(
  { held, moreChildren }: { held: readonly HeldPhase[]; moreChildren: UnionContent['moreChildren'] },
  locale: Locale,
  words: { phase: (type: string) => string; perhaps: (text: string) => string },
): UnionContent {
  let [base, ending, reconciled]: [string, string | null, boolean] = ['unknown', null, false]
  for (const { phase, begun } of held) {
    // What perhaps had begun is said in the words, but not drawn as if it had.
    if (begun !== 'yes') continue
    if (ENDINGS.has(phase.type)) [ending, reconciled] = [phase.type, false]
    else {
      if (ending !== null || phase.type === 'reconciled') reconciled = true
      if (phase.type !== 'reconciled') base = phase.type
    }
  }
  const label = held
    .map(({ phase, begun }) => {
      const when = phase.date === null ? phase.originalText : sayDate(phase.date, locale)
      const text = [words.phase(phase.type), when].filter((part) => part !== '').join(' ')
      return begun === 'yes' ? text : words.perhaps(text)
    })
    .join(' · ')
  return { base, ending, reconciled, label, moreChildren }
}
