import { byText } from '@/lib/timeline/lanes'
import type { Case } from '@/lib/case/schema'
import { grouped } from './grouped'
import { Lines } from './lines'
import { tagOf, TERM_NAMES, URN } from './terms'
import { writeFamily } from './writeFamily'
import { writePerson } from './writePerson'
import { writeHousehold, writeOrganisation } from './writeOurs'
import { familiesOf, type Writing } from './writing'

/**
 * The people of a case, their families and their relations as FamilySearch GEDCOM 7.0. The same case gives the same
 * text. What the standard has no words for stands in tags of ours (`docs/gedcom.md`); reading the file gives the same
 * people, partnerships, parentages and dates. Moments, stakes, notes and drawings are not in it.
 */
export function writeGedcom(all: Case): string {
  const lines = new Lines()
  lines.add(0, 'HEAD')
  lines.add(1, 'GEDC')
  lines.add(2, 'VERS', '7.0')
  lines.add(1, 'SCHMA')
  for (const term of TERM_NAMES) lines.add(2, 'TAG', `${tagOf(term)} ${URN}${term}`)
  lines.add(1, 'SOUR', 'ROTONDE')
  lines.add(2, 'NAME', 'Rotonde')
  const people = inOrder(all.people)
  const named = (letter: string, records: readonly { id: string }[]) =>
    records.map(({ id }, i): [string, string] => [id, `${letter}${i + 1}`])
  const families = familiesOf(all)
  const writing: Writing = {
    all,
    lines,
    people: new Map(named('I', people)),
    organisations: new Map(named('O', all.organisations)),
    asPartner: grouped(families.flatMap(({ xref, partners }) => partners.map((id) => [id, xref] as const))),
    asChild: grouped(
      families.flatMap(({ xref, children }) =>
        children.map((parentage) => [parentage.child, { xref, parentage }] as const),
      ),
    ),
    from: grouped(all.relations.map((relation) => [relation.from, relation])),
  }
  for (const person of people) writePerson(writing, person)
  const genders = new Map(people.map(({ id, gender }) => [id, gender]))
  for (const family of families) writeFamily(writing, family, genders)
  for (const organisation of all.organisations) writeOrganisation(writing, organisation)
  all.households.forEach((household, i) => writeHousehold(writing, household, `H${i + 1}`))
  lines.add(0, 'TRLR')
  return lines.toString()
}

/** By the order that somebody chose, then by id. */
function inOrder<T extends { id: string; order: string }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => byText(a.order, b.order) || byText(a.id, b.id))
}
