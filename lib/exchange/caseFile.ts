import { z } from 'zod'
import { Helpful, RECORDS } from '@/lib/case/schema'
import { Nature } from '@/lib/case/schemaParts'

/** Who made a record and when, and whether it was binned, is this board's own history: it stays here. */
const LOCAL = { createdBy: true, createdAt: true, binned: true } as const

const list = <S extends z.ZodObject>(record: S) => z.array(record).default([])

/** The lists of a file, in the order in which they are written. */
export const LISTS = {
  people: list(RECORDS.people.omit(LOCAL)),
  organisations: list(RECORDS.organisations.omit(LOCAL)),
  partnerships: list(RECORDS.partnerships.omit(LOCAL)),
  parentages: list(RECORDS.parentages.omit(LOCAL)),
  households: list(RECORDS.households.omit(LOCAL)),
  relations: list(RECORDS.relations.omit(LOCAL)),
  events: list(
    RECORDS.events.omit(LOCAL).extend({
      /** What kind of thing it is and whether it helped, as who told it says; the case keeps it in `takes`. */
      nature: Nature.nullable().default(null),
      helpful: Helpful.nullable().default(null),
    }),
  ),
  stakes: list(RECORDS.stakes.omit(LOCAL)),
  threads: list(RECORDS.threads.omit(LOCAL)),
  notes: list(RECORDS.notes.omit(LOCAL)),
  parallels: list(RECORDS.parallels.omit(LOCAL)),
  rounds: list(RECORDS.rounds.omit(LOCAL)),
  views: list(RECORDS.views.omit(LOCAL)),
  pins: list(RECORDS.pins.omit(LOCAL)),
} as const

export type ListName = keyof typeof LISTS
export const LIST_NAMES = Object.keys(LISTS) as ListName[]

/** A whole case in a file (`board export --format json`). Free drawing is not in it. */
export const CaseFile = z.object({
  format: z.literal('rotonde'),
  version: z.literal(1),
  title: RECORDS.meta.shape.title,
  question: RECORDS.meta.shape.question,
  indexPerson: RECORDS.meta.shape.indexPerson,
  /** Whether what only those who are admitted may know is in it. */
  reserved: z.boolean().default(false),
  ...LISTS,
})
export type CaseFile = z.infer<typeof CaseFile>
/** What somebody writes by hand: fields with a default may be left out. */
export type CaseFileInput = z.input<typeof CaseFile>

/** One record of a list of a file, as somebody writes it. */
export type RowOf<L extends ListName> = z.input<(typeof LISTS)[L]['def']['innerType']['element']>

/** The key under which the take of who told an event stands when they are no participant of the board. */
export const TOLD = 'told'
