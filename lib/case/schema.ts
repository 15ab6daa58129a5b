import { z } from 'zod'
import { mapOf, set, text } from './fields'

/**
 * The case: what a board's main document holds. The one definition, for client, server, files and tests.
 *
 * Every record is a `Y.Map` with a field per property. Additive changes keep unknown fields (`looseObject`);
 * a breaking change raises SCHEMA_VERSION and gets a migration that only the server runs.
 */
export const SCHEMA_VERSION = 2

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
/** Milliseconds since 1970 in UTC, by the writer's clock: shown, never used for order. */
const At = z.number().int().nonnegative()
/** A principal: an account or a guest participant. */
const PrincipalId = z.string().min(1).max(40)
/** Fractional index: sorts siblings, partners and lanes the same for everybody. */
const OrderKey = z.string().max(100)
const ShortText = z.string().max(200)

/** A date in EDTF (ISO 8601-2), or null when nobody knows; the words that were used stay beside it. */
const Edtf = z.string().min(1).max(100).nullable()

/** Set while a record lies in the bin; delete wins over a concurrent edit because the flag survives it. */
export const Binned = z.object({ by: PrincipalId, at: At }).nullable()

/** What every record has. */
const base = {
  createdBy: PrincipalId.default('server'),
  createdAt: At.default(0),
  binned: Binned.default(null),
}

/** A date as it was said. */
const dated = { date: Edtf.default(null), originalText: ShortText.default('') }

export const Nature = z.enum(['fact', 'opinion', 'assumption', 'feeling', 'interpretation'])
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

/** What somebody concerned says of a roundabout: "Herken je dit?" */
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
  kind: EventKind.default('family'),
  /** Lane id; see `Lane`. */
  side: Id.default('family'),
  /** Whose words these are. */
  source: Circle.nullable().default(null),
  toldBy: z
    .object({ person: Id.nullable(), principal: PrincipalId.nullable(), name: ShortText })
    .nullable()
    .default(null),
  /** Who last wrote in title or description with the yes of whose words these are; null when nobody else did. */
  scribed: z.object({ by: PrincipalId, at: At }).nullable().default(null),
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
  /** The participant that this person is, when linked. */
  principal: PrincipalId.nullable().default(null),
  order: OrderKey.default('a0'),
  ...base,
})

export const Organisation = z.looseObject({
  id: Id,
  name: text(200).default(''),
  kind: ShortText.default(''),
  circle: Circle.default('professional'),
  ...base,
})

/** Two people who are or were partners; phases (marriage, separation…) follow each other in time. */
const Partnership = z.looseObject({
  id: Id,
  partners: set(2).default([]),
  phases: mapOf(z.looseObject({ type: ShortText, ...dated, order: OrderKey.default('a0') })).default({}),
  order: OrderKey.default('a0'),
  ...base,
})

/** One child of a couple, of one parent, or of an organisation (residential placement). */
const Parentage = z.looseObject({
  id: Id,
  child: Id,
  partnership: Id.nullable().default(null),
  parent: Id.nullable().default(null),
  type: ShortText.default('biological'),
  /** Children of one pregnancy share this key. */
  multiple: ShortText.nullable().default(null),
  identical: z.boolean().nullable().default(null),
  ...dated,
  order: OrderKey.default('a0'),
  ...base,
})

const Household = z.looseObject({
  id: Id,
  name: text(200).default(''),
  members: set().default([]),
  ...dated,
  ...base,
})

/** A line between two people, organisations or groups, as somebody sees it. */
const Relation = z.looseObject({
  id: Id,
  from: Id,
  to: Id,
  type: ShortText.default('plain'),
  directed: z.boolean().default(false),
  ...dated,
  support: set().default([]),
  /** "volgens Sanne": a person of the case, or a participant. */
  accordingTo: z
    .object({ person: Id.nullable(), principal: PrincipalId.nullable() })
    .nullable()
    .default(null),
  nature: Nature.nullable().default(null),
  note: text(5_000).default(''),
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
  items: set(2_000).default([]),
  takes: mapOf(Take).default({}),
  order: OrderKey.default('a0'),
  ...base,
})

const Note = z.looseObject({
  id: Id,
  text: text(20_000).default(''),
  /** What the note is about: ids of records. */
  about: set().default([]),
  question: z.enum(['see', 'feel']).nullable().default(null),
  ...base,
})

/** "Lijkt dit op elkaar?": two relations or groups, and who recognises it. */
const Parallel = z.looseObject({
  id: Id,
  left: set().default([]),
  right: set().default([]),
  recognised: mapOf(z.looseObject({ answer: z.enum(['yes', 'no', 'unsure']), at: At.default(0) })).default(
    {},
  ),
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
  views: View,
  pins: Pin,
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
export type EventAnchor = NonNullable<CaseEvent['anchor']>
export type CaseView = z.infer<typeof View>
export type CaseLane = z.infer<typeof Lane>
export type EventKindName = z.infer<typeof EventKind>
export type CircleName = z.infer<typeof Circle>

/** The whole case as plain data, binned records left out. Arrays are in ascending order of id. */
export type Case = { meta: RecordOf<'meta'> } & {
  [M in Exclude<RecordMap, 'meta'>]: RecordOf<M>[]
}
