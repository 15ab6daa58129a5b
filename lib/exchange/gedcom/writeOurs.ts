import type { CaseOrganisation, RecordOf } from '@/lib/case/schema'
import { tagOf } from './terms'
import { writeDate, type Writing } from './writing'

export function writeOrganisation(writing: Writing, organisation: CaseOrganisation): void {
  const { lines, organisations } = writing
  lines.record(organisations.get(organisation.id) ?? '', tagOf('ORG'))
  if (organisation.name !== '') lines.ours(1, 'NAME', organisation.name)
  if (organisation.kind !== '') lines.ours(1, 'ORGKIND', organisation.kind)
  if (organisation.circle !== 'professional') lines.ours(1, 'CIRCLE', organisation.circle)
  writeRelations(writing, organisation.id)
}

export function writeHousehold(writing: Writing, household: RecordOf<'households'>, xref: string): void {
  const { lines, people } = writing
  lines.record(xref, tagOf('HOUSEHOLD'))
  if (household.name !== '') lines.ours(1, 'NAME', household.name)
  for (const id of household.members) {
    const member = people.get(id)
    if (member) lines.point(1, tagOf('MEMBER'), member)
  }
  writeDate(writing, 1, household)
}

/** Lines that go out from a person or an organisation. Between two people ASSO tells other programs of it too. */
export function writeRelations(writing: Writing, from: string): void {
  const { lines, people, organisations } = writing
  for (const relation of writing.from.get(from) ?? []) {
    const person = people.get(relation.to)
    const organisation = organisations.get(relation.to)
    if (person && people.has(from)) {
      lines.point(1, 'ASSO', person)
      lines.add(2, 'ROLE', 'OTHER')
      lines.add(3, 'PHRASE', relation.type)
      writeRelation(writing, relation)
    } else if (person ?? organisation) {
      lines.point(1, tagOf('LINK'), person ?? organisation ?? '')
      writeRelation(writing, relation)
    }
  }
}

function writeRelation(writing: Writing, relation: RecordOf<'relations'>): void {
  const { lines, people } = writing
  lines.ours(2, 'RELATION', relation.type)
  if (relation.directed) lines.ours(2, 'DIRECTED', 'Y')
  writeDate(writing, 2, relation)
  for (const support of relation.support) lines.ours(2, 'SUPPORT', support)
  const seer = people.get(relation.accordingTo?.person ?? '')
  if (seer) lines.point(2, tagOf('ACCORDINGTO'), seer)
  if (relation.nature !== null) lines.ours(2, 'NATURE', relation.nature)
  if (relation.note !== '') lines.add(2, 'NOTE', relation.note)
}
