import { z } from 'zod'
import { mapOf, set, text } from './fields'
import { Overlay } from './reserved/overlay'
import { Household, Parentage, Partnership, type Phase, Relation } from './schemaFamily'
import { Round } from './schemaRounds'
import { At, base, dated, Id, Nature, OrderKey, PrincipalId, ShortText } from './schemaParts'

/**
 * The case: what a board's main document holds. The one definition, for client, server, files and tests.
 *
 * Every record is a `Y.Map` with a field per property. Additive changes keep unknown fields (`looseObject`);
 * a breaking change raises SCHEMA_VERSION and gets a migration that only the server runs.
 */
export const SCHEMA_VERSION = 3

export const Helpful = z.enum(['yes', 'no', 'both'])
export const Circle = z.enum(['family', 'network', 'professional', 'unknown'])

/** What one person says of an event: their own words, what kind of thing it is, whether it helped them. */
export const Take = z.looseObject({
  /** "Wat was het voor jou?" */
  text: text(5_000).default(''),
  /** "Wat doet dit met je?": said later, looking back. */
  now: text(5_000).default(''),
  nature: Nature.nullable().default(null),
  helpful: Helpful.nullable().default(null),
  from: z.enum(['head', 'heart', 'hands']).nullable().default(null),
  /** Name as shown when the author is not a participant of this board (an imported line). */
  name: ShortText.default(''),
  /** The person of the case whose words these are, when they are under no account of their own. */
  person: Id.nullable().default(null),
  /** Who wrote it down with the author's yes, when that was not the author. */
  writtenBy: PrincipalId.nullable().default(null),
  at: At.default(0),
})

/** What one person says of a red thread: what helped and what did not, in their own words. */
export const ThreadTake = z.looseObject({
  helped: text(5_000).default(''),
  hindered: text(5_000).default(''),
  name: ShortText.default(''),
  person: Id.nullable().default(null),
  writtenBy: PrincipalId.nullable().default(null),
  at: At.default(0),
})

/** Who says something: a person of the case, a participant, or a name. */
const Speaker = z
  .object({ person: Id.nullable(), principal: PrincipalId.nullable(), name: ShortText })
  .nullable()
  .default(null)
/** Who last wrote in somebody else's words with their yes; null when nobody else did. */
const Scribed = z.object({ by: PrincipalId, at: At }).nullable().default(null)

/** What somebody concerned says of a roundabout or a parallel: "Herken je dit?" */
export const Recognition = z.looseObject({
  answer: z.enum(['yes', 'no', 'unsure']),
  name: ShortText.default(''),
  writtenBy: PrincipalId.nullable().default(null),
  at: At.default(0),
})

/** One way out of a roundabout. */
export const Exit = z.looseObject({
  text: text(500).default(''),
  status: z.enum(['taken', 'passed', 'unseen']).default('passed'),
  order: OrderKey.default('a0'),
})

export const EventKind = z.enum([
  'decision',
  'contact',
  'family',
  'need',
  'experience',
  'roundabout',
  'gap',
  'dream',
])

export const Event = z.looseObject({
  id: Id,
  title: text(300).default(''),
  description: text(20_000).default(''),
  ...dated,
  /** For a date relative to a person ("toen ze 11 was") or to another event ("na de scheiding"). */
  anchor: z
    .object({
      kind: z.enum(['person', 'event']),
      id: Id,
      relation: z.enum(['at', 'before', 'after']),
      /** Of a person: the age in years that was named; null is the birth itself. */
      age: z.number().int().min(0).max(130).nullable().default(null),
      /** "rond haar zesde", "kort na de scheiding": thereabouts. */
      about: z.boolean().optional(),
      /** Of an event: how long before or after it, when that was said ("twee jaar na de scheiding"). */
      span: z
        .object({
          count: z.number().positive().max(1_000),
          unit: z.enum(['day', 'week', 'month', 'year']),
        })
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
  /**
   * What of the family this moment is, when it is the same as a date that stands with somebody: date and people are
   * then read from there and written there (`withAnchors`, `setEventDate`).
   */
  fact: z
    .object({
      kind: z.enum(['birth', 'death', 'phase', 'parentage', 'household']),
      /** The person, partnership, parentage or household. */
      id: Id,
      /** Key of the phase of a partnership. */
      phase: z.string().min(1).max(64).nullable().default(null),
    })
    .nullable()
    .default(null),
  kind: EventKind.default('family'),
  /** Lane id; see `Lane`. */
  side: Id.default('family'),
  /** Whose words these are. */
  source: Circle.nullable().default(null),
  toldBy: Speaker,
  /** Of title and description. */
  scribed: Scribed,
  crucial: z.boolean().default(false),
  turningPoint: z.boolean().default(false),
  /** An era ("bij oma"): a period that is drawn as a background behind the line, without a card. */
  background: z.boolean().default(false),
  people: set().default([]),
  organisations: set().default([]),
  /** Names that match nobody yet: text until someone confirms them as people or organisations. */
  names: set().default([]),
  takes: mapOf(Take).default({}),
  exits: mapOf(Exit).default({}),
  /** Of a roundabout: whether somebody saw then that there was a choice, or only now. */
  noticed: z.enum(['then', 'now']).nullable().default(null),
  /** Of a roundabout: ids of the people concerned who have been asked. */
  asked: set().default([]),
  /** Of a roundabout: what those concerned say, by principal or person id. */
  answers: mapOf(Recognition).default({}),
  /** A picture, or the photo of a page: an id of the board's own store of pictures. */
  asset: Id.nullable().default(null),
  /** What can be seen on it, for who cannot see it. */
  assetText: text(1_000).default(''),
  /** A proposal waits for a facilitator's yes, a roundabout for those concerned. */
  proposed: z.boolean().default(false),
  order: OrderKey.default('a0'),
  ...base,
})

/** Ids of records that turned out to be the same and lie in the bin: what is reserved may still name them. */
const Merged = z.array(Id).max(500).default([])

/** How much of an illness or addiction is known. */
export const MarkState = z.enum(['present', 'suspected', 'recovered'])

export const Person = z.looseObject({
  id: Id,
  name: text(200).default(''),
  pseudonym: ShortText.default(''),
  gender: z.enum(['male', 'female', 'nonbinary', 'unknown']).default('unknown'),
  birthGender: z.enum(['male', 'female', 'unknown']).nullable().default(null),
  kind: z.enum(['person', 'pet', 'pregnancy', 'miscarriage', 'abortion', 'stillbirth']).default('person'),
  birth: z.object(dated).default({ date: null, originalText: '' }),
  death: z.object(dated).nullable().default(null),
  circle: Circle.default('unknown'),
  role: text(200).default(''),
  organisation: Id.nullable().default(null),
  place: ShortText.default(''),
  /** Health and addiction: drawn only when the group chose so (`View.marks`). */
  illness: MarkState.nullable().default(null),
  addiction: MarkState.nullable().default(null),
  /** Moved here from another country, or lived in several. */
  migrated: z.enum(['none', 'one', 'several']).default('none'),
  /** Something about this person is a secret in the family. */
  secret: z.boolean().default(false),
  /** The participant that this person is, when linked. */
  principal: PrincipalId.nullable().default(null),
  merged: Merged,
  order: OrderKey.default('a0'),
  ...base,
})

export const Organisation = z.looseObject({
  id: Id,
  name: text(200).default(''),
  kind: ShortText.default(''),
  circle: Circle.default('professional'),
  merged: Merged,
  ...base,
})

/** A person's or organisation's place in the stakeholder map; one set of attributes for all its forms. */
const Stake = z.looseObject({
  id: Id,
  subject: Id,
  influence: z.number().min(0).max(1).nullable().default(null),
  interest: z.number().min(0).max(1).nullable().default(null),
  stance: z.number().int().min(-2).max(2).nullable().default(null),
  nearness: z.number().min(0).max(1).nullable().default(null),
  strength: z.number().int().min(1).max(5).nullable().default(null),
  role: text(200).default(''),
  ...base,
})

/**
 * A red thread: a theme that runs through events, relations and stakes. A `loop` is events that repeat each other,
 * drawn as arcs from each to the next.
 */
const Thread = z.looseObject({
  id: Id,
  form: z.enum(['theme', 'loop']).default('theme'),
  title: text(300).default(''),
  /** Ids of events, relations and stakes; of a loop, of events. */
  items: set(2_000).default([]),
  takes: mapOf(ThreadTake).default({}),
  order: OrderKey.default('a0'),
  ...base,
})

export const Note = z.looseObject({
  id: Id,
  text: text(20_000).default(''),
  /** What the note is about: ids of records; none for the whole case. */
  about: set().default([]),
  /** "Wat zien we?" or "Wat doet dit met ons?" */
  question: z.enum(['see', 'feel']).nullable().default(null),
  /** Whose words these are, when not those of who wrote them down. */
  toldBy: Speaker,
  scribed: Scribed,
  ...base,
})

/** "Lijkt dit op elkaar?": two relations or groups, and who recognises it. */
const Parallel = z.looseObject({
  id: Id,
  left: set().default([]),
  right: set().default([]),
  /** What they have in common, in people's own words. */
  title: text(300).default(''),
  /** By principal or person id. */
  recognised: mapOf(Recognition).default({}),
  ...base,
})

/** A lane of the timeline; the two sides are the lanes `professional` and `family`. */
export const Lane = z.looseObject({
  name: text(100).default(''),
  /** What a lane is for: one of the two sides, an organisation, a person, or a theme. */
  kind: z.enum(['side', 'organisation', 'person', 'theme']).default('side'),
  /** The organisation or person that it is for. */
  about: Id.nullable().default(null),
  place: z.enum(['above', 'below']).default('below'),
  order: OrderKey.default('a0'),
  collapsed: z.boolean().default(false),
})

/** Page units of a year on the timeline, until somebody chooses otherwise. */
export const PX_PER_YEAR = 100

/** Settings of a view that everybody shares, under the view's name (`timeline`, `genogram`…). */
const View = z.looseObject({
  id: Id,
  lanes: mapOf(Lane).default({}),
  scale: z.enum(['linear', 'compressed', 'even']).default('linear'),
  pxPerYear: z.number().min(4).max(4_000).default(PX_PER_YEAR),
  /** Whose age stands on the axis; null: that of the person "om wie het gaat". */
  ageOf: Id.nullable().default(null),
  /** How the geno-sociogram is drawn: see `GenogramStyle`. */
  profile: z.enum(['mcgoldrick', 'genopro']).default('mcgoldrick'),
  cross: z.enum(['beside', 'over']).default('beside'),
  innerGender: z.boolean().default(false),
  /** Circles that are left out of the picture; nobody is left out of the case. */
  hiddenCircles: set(10).default([]),
  /** Whether marks of health and addiction are drawn. */
  marks: z.boolean().default(false),
  ...base,
})

/** A place that somebody chose by hand, in page units of the named view. */
const Pin = z.looseObject({
  id: Id,
  view: ShortText,
  record: Id,
  x: z.number(),
  y: z.number(),
  ...base,
})

/** One per board, under the key `case` in the map `meta`. */
export const Meta = z.looseObject({
  id: z.literal('case'),
  schema: z.number().int().positive(),
  title: text(200).default(''),
  question: text(1_000).default(''),
  /** The person "om wie het gaat". */
  indexPerson: Id.nullable().default(null),
  ...base,
})

/** A tldraw record of free drawing; its own schema is checked by the canvas's binding. */
export const DrawnShape = z.looseObject({
  id: z.string().max(100),
  typeName: z.enum(['shape', 'binding', 'asset']),
})

/** Every top-level map of the case document and the schema of its records. */
export const RECORDS = {
  meta: Meta,
  people: Person,
  organisations: Organisation,
  partnerships: Partnership,
  parentages: Parentage,
  households: Household,
  relations: Relation,
  events: Event,
  stakes: Stake,
  threads: Thread,
  notes: Note,
  parallels: Parallel,
  rounds: Round,
  views: View,
  pins: Pin,
  /** In a board's reserved document only; without meaning in the open one. */
  overlays: Overlay,
} as const

/** Names of the maps whose records are checked by `RECORDS`. */
export type RecordMap = keyof typeof RECORDS
/** Names of all top-level maps; `shapes` holds free drawing. */
export type MapName = RecordMap | 'shapes'

export type RecordOf<M extends RecordMap> = z.infer<(typeof RECORDS)[M]>
export type CaseEvent = z.infer<typeof Event>
export type CasePerson = z.infer<typeof Person>
export type CaseOrganisation = z.infer<typeof Organisation>
export type CaseTake = z.infer<typeof Take>
export type CaseExit = z.infer<typeof Exit>
export type CaseRecognition = z.infer<typeof Recognition>
export type CaseThread = RecordOf<'threads'>
export type CaseThreadTake = z.infer<typeof ThreadTake>
export type CaseNote = RecordOf<'notes'>
export type EventAnchor = NonNullable<CaseEvent['anchor']>
export type CaseView = z.infer<typeof View>
export type CaseLane = z.infer<typeof Lane>
export type EventKindName = z.infer<typeof EventKind>
export type EventFact = NonNullable<CaseEvent['fact']>
export type CasePhase = z.infer<typeof Phase>
export type CasePartnership = RecordOf<'partnerships'>
export type CaseParentage = RecordOf<'parentages'>
export type CaseHousehold = RecordOf<'households'>
export type CaseRelation = RecordOf<'relations'>
export type CaseParallel = RecordOf<'parallels'>
export type CaseRound = RecordOf<'rounds'>
export type CircleName = z.infer<typeof Circle>

/** The whole case as plain data, binned records left out. Arrays are in ascending order of id. */
export type Case = { meta: RecordOf<'meta'> } & {
  [M in Exclude<RecordMap, 'meta'>]: RecordOf<M>[]
}
