import type { CaseOrganisation, CasePerson } from '@/lib/case/schema'
import type { PersonContent, PersonMark } from './types'

/** What a person's symbol says. Marks only where the group chose to show them. */
export function personContent(
  {
    id: _id,
    name,
    role,
    kind,
    gender,
    birthGender,
    circle,
    illness,
    addiction,
    migrated,
    secret,
  }: CasePerson,
  known: { age: string; years: string; deceased: boolean; index: boolean; marks: boolean; reserved: boolean },
): PersonContent {
  const { age, years, deceased, index, reserved } = known
  const marks: PersonMark[] = [
    ...(illness ? [{ kind: 'illness', state: illness } as const] : []),
    ...(addiction ? [{ kind: 'addiction', state: addiction } as const] : []),
  ]
  return {
    name,
    role,
    type: 'person',
    kind,
    gender,
    birthGender,
    circle,
    age,
    years,
    deceased,
    index,
    marks: known.marks ? marks : [],
    migrated,
    secret,
    reserved,
  }
}

/** What the box of an organisation says. */
export function organisationContent(
  { name, kind, circle }: CaseOrganisation,
  reserved: boolean,
): PersonContent {
  return {
    name,
    role: kind,
    type: 'organisation',
    kind: 'person',
    gender: 'unknown',
    birthGender: null,
    circle,
    age: '',
    years: '',
    deceased: false,
    index: false,
    marks: [],
    migrated: 'none',
    secret: false,
    reserved,
  }
}
