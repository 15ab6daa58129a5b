/**
 * What a genogram holds and GEDCOM has no words for, as extension tags of our own (`docs/gedcom.md`). Each has a URI in
 * the header, and a tag of ours is understood only where the header says so: another program can mean something else by
 * the same letters.
 */
const TERMS = {
  /** The date in EDTF where the standard cannot say it all. */
  EDTF: 'a date in EDTF',
  NAME: 'a name exactly as it is written',
  PSEUDONYM: 'a name that hides who it is',
  BIRTHSEX: 'gender that was noted at birth: M, F or U',
  KIND: 'pet, pregnancy, miscarriage, abortion or stillbirth',
  CIRCLE: 'family, network or professional',
  ROLE: 'what somebody is in the story',
  WORKSFOR: 'organisation that somebody works for',
  ORG: 'an organisation',
  ORGKIND: 'kind of an organisation',
  UNION: 'two people of whom one or both are not known',
  PHASE: 'what a couple is from then on',
  MORECHILDREN: 'whether a couple will have more children: no or perhaps',
  DATE: 'when a child came to belong to its parents',
  PARENTAGE: 'how a child belongs to its parents',
  PLACED: 'organisation that a child belongs to',
  MULTIPLE: 'children of one pregnancy share this',
  IDENTICAL: 'whether they are identical: Y or N',
  LINK: 'person or organisation at the other end of a relation',
  RELATION: 'what a relation is like',
  DIRECTED: 'the relation goes from the one to the other: Y',
  ACCORDINGTO: 'person as whom somebody sees the relation',
  NATURE: 'fact, opinion, assumption, feeling or interpretation',
  SUPPORT: 'what the one gives the other',
  HOUSEHOLD: 'people who live together',
  MEMBER: 'person of a household',
} as const
export type Term = keyof typeof TERMS
export const TERM_NAMES = Object.keys(TERMS) as Term[]

/** Before each term: stable, and no address of anybody's. */
export const URN = 'urn:rotonde:gedcom:'

/** The tag under which we write a term. */
export const tagOf = (term: Term): string => `_${term}`
