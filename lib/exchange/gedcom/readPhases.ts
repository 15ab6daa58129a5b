import { type Dated, dateOf, isAsserted, MAX_NAME, type Reading, asserted } from './reading'
import type { GedNode } from './tree'

export interface Phase extends Dated {
  type: string
}

/** Tags of the standard that say what a couple is from then on. */
export const PHASE_TAGS = {
  MARR: 'marriage',
  DIV: 'divorce',
  ANUL: 'annulled',
  ENGA: 'engaged',
} as const

/** What programs write in TYPE of a marriage or an event, in English and Dutch; the first that fits. */
const TYPE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/legal(?:ly)? separat|tafel en bed/u, 'legalSeparation'],
  [/separat|uit elkaar/u, 'separation'],
  [/^lat(?:-?relatie)?$|living apart together/u, 'lat'],
  [/registered|civil (?:union|partnership)|geregistreerd/u, 'registered'],
  [/common.?law|cohabit|unmarried|not married|samenwon|ongehuwd/u, 'cohabiting'],
]

/** The phases of a couple in the order of the file. What it does not say for sure is none. */
export function readPhases(reading: Reading, family: GedNode): Phase[] {
  const { ledger } = reading
  return family.children.flatMap((node): Phase[] => {
    const own = node.tag in PHASE_TAGS || node.tag === 'EVEN' ? ledger.ourText(node, 'PHASE', MAX_NAME) : null
    if (own !== null) {
      ledger.take(node)
      ledger.one(node, 'TYPE')
      return [{ type: own, ...dateOf(reading, node) }]
    }
    if (node.tag === 'EVEN') return fromEvent(reading, node)
    if (!(node.tag in PHASE_TAGS)) return []
    ledger.take(node)
    if (!asserted(reading, node)) return []
    const type = PHASE_TAGS[node.tag as keyof typeof PHASE_TAGS]
    const said = type === 'marriage' ? phaseTypeOf(reading, node) : null
    return [{ type: said ?? type, ...dateOf(reading, node) }]
  })
}

function fromEvent(reading: Reading, node: GedNode): Phase[] {
  const type = phaseTypeOf(reading, node)
  // Such an event has words of its own, so it took place even where no date stands.
  const happened = type !== null && (isAsserted(node) || node.value.trim().toUpperCase() !== 'N')
  if (!happened) return []
  reading.ledger.take(node)
  return [{ type, ...dateOf(reading, node) }]
}

/** The phase that a TYPE names; null when it names none, and then it is not taken. */
function phaseTypeOf({ ledger }: Reading, node: GedNode): string | null {
  const type = node.children.find(({ tag }) => tag === 'TYPE')
  const said = type?.value.trim().toLowerCase() ?? ''
  const found = TYPE_WORDS.find(([pattern]) => pattern.test(said))?.[1] ?? null
  if (type && found) ledger.take(type)
  return found
}
