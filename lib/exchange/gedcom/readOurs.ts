import { MAX_NAME, dateOf, pointed, readDateNode, UNDATED, type Reading } from './reading'
import { readRelations } from './readRelations'
import type { GedNode } from './tree'

const CIRCLES = ['family', 'network', 'professional', 'unknown'] as const

/** An organisation, and its lines to others; a record of ours. */
export function readOrganisation(reading: Reading, node: GedNode, id: string): void {
  const { ledger, records } = reading
  const circle = ledger.ourText(node, 'CIRCLE')
  records.organisations.push({
    id,
    name: ledger.ourText(node, 'NAME', MAX_NAME) ?? '',
    kind: ledger.ourText(node, 'ORGKIND', MAX_NAME) ?? '',
    circle: CIRCLES.find((one) => one === circle) ?? 'professional',
  })
  readRelations(reading, node, id)
}

/** People who live together; a record of ours. */
export function readHousehold(reading: Reading, node: GedNode): void {
  const { ledger, records } = reading
  const members = ledger
    .allOurs(node, 'MEMBER')
    .map((member) => pointed(reading, member, reading.people))
    .filter((id) => id !== null)
  records.households.push({
    id: `H${records.households.length + 1}`,
    name: ledger.ourText(node, 'NAME', MAX_NAME) ?? '',
    members: [...new Set(members)].sort(),
    ...dateOf(reading, node),
  })
}

/** Where a child belongs to an organisation. */
export function readPlacements(reading: Reading, person: GedNode, child: string): void {
  const { ledger, records, organisations } = reading
  for (const node of ledger.allOurs(person, 'PLACED')) {
    const parent = pointed(reading, node, organisations)
    const date = ledger.ours(node, 'DATE')
    const type = ledger.ourText(node, 'PARENTAGE', MAX_NAME) ?? 'unknown'
    if (parent !== null)
      records.parentages.push({
        id: `C${records.parentages.length + 1}`,
        child,
        parent,
        type,
        ...(date ? readDateNode(reading, date) : UNDATED),
      })
  }
}
