/**
 * The words of a geno-sociogram as keys: what a case stores, what is drawn, and what a file is read into. The field
 * that holds one stays open text in the schema, because an imported file can know more; what is not in these lists is
 * drawn and named as `unknown`.
 *
 * Sources: McGoldrick, Gerson and Petry, *Genograms* (2008, 2020), and the lists of GenoPro, as gathered in the notes on
 * notation. Names in Dutch and English are in `lib/i18n/messages/<language>/genogram.json` under the same keys.
 */

/** What a partner relation can be in a period of time; one follows the other. */
export const PHASE_TYPES = [
  'marriage',
  'registered',
  'cohabiting',
  'committed',
  'lat',
  'dating',
  'engaged',
  'separation',
  'legalSeparation',
  'divorce',
  'annulled',
  'reconciled',
  'widowed',
  'affair',
  'secretAffair',
  'temporary',
  'housemates',
  'forced',
  'unknown',
] as const
export type PhaseType = (typeof PHASE_TYPES)[number]

/** Phases that end being together. */
export const ENDINGS: ReadonlySet<string> = new Set<PhaseType>([
  'separation',
  'legalSeparation',
  'divorce',
  'annulled',
  'widowed',
])

/** How a child belongs to a parent, a couple or an organisation. */
export const PARENTAGE_TYPES = [
  'biological',
  'adopted',
  'foster',
  'guardianship',
  'step',
  'donor',
  'surrogate',
  'unknown',
] as const
export type ParentageType = (typeof PARENTAGE_TYPES)[number]

/** Lines between two people, organisations or groups, in the order of the notation's table. */
export const RELATION_TYPES = [
  'plain',
  'harmony',
  'close',
  'veryClose',
  'fused',
  'love',
  'inLove',
  'spiritual',
  'indifferent',
  'distant',
  'cutOff',
  'cutOffRepaired',
  'neverMet',
  'conflict',
  'hate',
  'distrust',
  'hostile',
  'distantHostile',
  'closeHostile',
  'fusedHostile',
  'violence',
  'distantViolence',
  'closeViolence',
  'fusedViolence',
  'abuse',
  'physicalAbuse',
  'emotionalAbuse',
  'sexualAbuse',
  'neglect',
  'manipulative',
  'controlling',
  'jealous',
  'focusedOn',
  'focusedOnNegatively',
  'admirer',
  'limerence',
  'caretaker',
  'alliance',
  'parentification',
  'unknown',
] as const
export type RelationType = (typeof RELATION_TYPES)[number]

/** The eight that are offered first; the rest by search. */
export const EVERYDAY_RELATIONS: readonly RelationType[] = [
  'plain',
  'close',
  'veryClose',
  'distant',
  'conflict',
  'cutOff',
  'caretaker',
  'alliance',
]

/** Lines that go from the one to the other and mean something else the other way round. */
export const DIRECTED_RELATIONS: ReadonlySet<string> = new Set<RelationType>([
  'abuse',
  'physicalAbuse',
  'emotionalAbuse',
  'sexualAbuse',
  'neglect',
  'manipulative',
  'controlling',
  'jealous',
  'focusedOn',
  'focusedOnNegatively',
  'admirer',
  'limerence',
  'caretaker',
  'parentification',
])

/** Lines of which the author is asked who may see them. */
export const SENSITIVE_RELATIONS: ReadonlySet<string> = new Set<RelationType>([
  'violence',
  'distantViolence',
  'closeViolence',
  'fusedViolence',
  'abuse',
  'physicalAbuse',
  'emotionalAbuse',
  'sexualAbuse',
  'neglect',
])

/** What somebody gives another, on any line. */
export const SUPPORT = ['practical', 'company', 'advice', 'emotional'] as const
export type Support = (typeof SUPPORT)[number]
