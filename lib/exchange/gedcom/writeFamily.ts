import type { RecordOf } from '@/lib/case/schema'
import { byText } from '@/lib/timeline/lanes'
import { PHASE_TAGS } from './readPhases'
import { writeDate, type Writing, type WrittenFamily } from './writing'

const TAGS = new Map(Object.entries(PHASE_TAGS).map(([tag, type]): [string, string] => [type, tag]))

export function writeFamily(
  writing: Writing,
  { xref, partnership, partners, children }: WrittenFamily,
  genders: ReadonlyMap<string, string>,
): void {
  const { lines, people } = writing
  lines.record(xref, 'FAM')
  const isWoman = (id: string | undefined) => genders.get(id ?? '') === 'female'
  // The two places are no genders in 7.0; a man and a woman stand where every program expects them.
  const [first, second] = partners
  const swapped = isWoman(first) && !isWoman(second)
  const places = swapped ? [second, first] : [first, second]
  ;['HUSB', 'WIFE'].forEach((tag, i) => {
    const at = people.get(places[i] ?? '')
    if (at) lines.point(1, tag, at)
  })
  for (const id of new Set(children.map(({ child }) => child))) lines.point(1, 'CHIL', people.get(id) ?? '')
  if (!partnership) return
  for (const phase of phasesOf(partnership)) writePhase(writing, phase)
  if (partnership.moreChildren !== null) lines.ours(1, 'MORECHILDREN', partnership.moreChildren)
  if (partners.length < 2) lines.ours(1, 'UNION', 'Y')
}

type PhaseRecord = RecordOf<'partnerships'>['phases'][string]

function phasesOf({ phases }: RecordOf<'partnerships'>): PhaseRecord[] {
  return Object.entries(phases)
    .sort(([a, one], [b, other]) => byText(one.order, other.order) || byText(a, b))
    .map(([, phase]) => phase)
}

function writePhase(writing: Writing, phase: PhaseRecord): void {
  const { lines } = writing
  const { type, date, originalText } = phase
  const tag = TAGS.get(type)
  if (tag) {
    lines.add(1, tag, date === null && originalText === '' ? 'Y' : '')
  } else {
    lines.add(1, 'EVEN', type)
    lines.add(2, 'TYPE', type)
    lines.ours(2, 'PHASE', type)
  }
  writeDate(writing, 2, phase)
}
