import type { CasePerson, RecordOf } from '@/lib/case/schema'
import { clean } from './lines'
import { tagOf } from './terms'
import { writeRelations } from './writeOurs'
import { writeDate, type Writing } from './writing'

const SEXES = { male: 'M', female: 'F', nonbinary: 'X', unknown: 'U' } as const
const PEDIGREES: Readonly<Record<string, string>> = {
  biological: 'BIRTH',
  adopted: 'ADOPTED',
  foster: 'FOSTER',
}

export function writePerson(writing: Writing, person: CasePerson): void {
  const { lines, people, organisations } = writing
  lines.record(people.get(person.id) ?? '', 'INDI')
  writeName(writing, person.name)
  if (person.pseudonym !== '') lines.ours(1, 'PSEUDONYM', person.pseudonym)
  lines.add(1, 'SEX', SEXES[person.gender])
  if (person.birthGender !== null) lines.ours(1, 'BIRTHSEX', SEXES[person.birthGender])
  if (person.kind !== 'person') lines.ours(1, 'KIND', person.kind)
  if (person.circle !== 'unknown') lines.ours(1, 'CIRCLE', person.circle)
  if (person.role !== '') lines.ours(1, 'ROLE', person.role)
  const employer = organisations.get(person.organisation ?? '')
  if (employer) lines.point(1, tagOf('WORKSFOR'), employer)
  if (person.birth.date !== null || person.birth.originalText !== '') {
    lines.add(1, 'BIRT')
    writeDate(writing, 2, person.birth)
  }
  if (person.death !== null) {
    const dated = person.death.date !== null || person.death.originalText !== ''
    lines.add(1, 'DEAT', dated ? '' : 'Y')
    writeDate(writing, 2, person.death)
  }
  if (person.place !== '') {
    lines.add(1, 'RESI')
    lines.add(2, 'PLAC', person.place)
  }
  writeFamilies(writing, person.id)
  writeRelations(writing, person.id)
}

/** Nobody says which part is the family name, so no part stands between slashes. */
function writeName({ lines }: Writing, name: string): void {
  if (name === '') return
  const plain = clean(name).replaceAll('/', ' ').replaceAll(/\s+/gu, ' ').trim()
  lines.add(1, 'NAME', plain)
  if (plain !== name) lines.ours(2, 'NAME', name)
}

function writeFamilies(writing: Writing, id: string): void {
  const { lines, asPartner, asChild, organisations, all } = writing
  for (const xref of asPartner.get(id) ?? []) lines.point(1, 'FAMS', xref)
  for (const { xref, parentage } of asChild.get(id) ?? []) writeParentage(writing, xref, parentage)
  for (const { child, parent, type, ...said } of all.parentages) {
    const placed = child === id ? organisations.get(parent ?? '') : undefined
    if (!placed) continue
    lines.point(1, tagOf('PLACED'), placed)
    lines.ours(2, 'PARENTAGE', type)
    writeDate(writing, 2, said, tagOf('DATE'))
  }
}

function writeParentage(writing: Writing, xref: string, parentage: RecordOf<'parentages'>): void {
  const { lines } = writing
  const { type, multiple, identical, date, originalText } = parentage
  lines.point(1, 'FAMC', xref)
  lines.add(2, 'PEDI', PEDIGREES[type] ?? 'OTHER')
  if (!(type in PEDIGREES)) {
    lines.add(3, 'PHRASE', type)
    lines.ours(2, 'PARENTAGE', type)
  }
  writeDate(writing, 2, parentage, tagOf('DATE'))
  if (multiple !== null) lines.ours(2, 'MULTIPLE', multiple)
  if (identical !== null) lines.ours(2, 'IDENTICAL', identical ? 'Y' : 'N')
  if (type !== 'adopted' || (date === null && originalText === '')) return
  // The standard's own place for it, for who knows nothing of ours.
  lines.add(1, 'ADOP')
  writeDate(writing, 2, parentage)
  lines.point(2, 'FAMC', xref)
}
