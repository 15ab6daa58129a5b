import type { KinKind } from './make/AddKin'

/** Who somebody new can be to a person, in the order of the buttons. */
export const ADD_AS = ['partner', 'child', 'parents', 'sibling', 'network'] as const satisfies KinKind[]

/** The key of each, while a person has the focus: partner, kind, ouders, broer of zus, netwerk. */
export const ADD_KEYS: Readonly<Record<string, KinKind>> = {
  p: 'partner',
  k: 'child',
  o: 'parents',
  b: 'sibling',
  n: 'network',
}
/** Draws a relation from who has the focus. */
export const BOND_KEY = 'r'

/** The same the other way round, as it stands on a button. */
export const keyOf = (as: KinKind): string =>
  (Object.entries(ADD_KEYS).find(([, one]) => one === as)?.[0] ?? '').toUpperCase()

/** What is being made from a person. */
export type Making =
  | { what: 'kin'; of: string; as: KinKind }
  /** A relation; `to` is null until somebody is chosen. */
  | { what: 'bond'; from: string; to: string | null }
