import { z } from 'zod'
import { Places } from '../case/schemaRounds'

/** Longest answer that somebody writes for themselves, in UTF-16 code units. */
const MAX_TEXT = 4_000
/** Most options that one vote names. */
const MAX_CHOICES = 20

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)

/** A step of a meeting, such as one silent round: an id without content, drawn by the page of who guides it. */
export const StepId = Id.refine((id) => id !== '__proto__')

/**
 * What somebody says in silence: words, a vote, a place on a scale from 0 to 100, or where they put people and
 * organisations on the stakeholder map. `named`: with their name beside it once it is revealed.
 */
export const Entry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().trim().min(1).max(MAX_TEXT) }),
  z.strictObject({ kind: z.literal('choice'), choices: z.array(Id).min(1).max(MAX_CHOICES) }),
  z.strictObject({ kind: z.literal('scale'), value: z.number().min(0).max(100) }),
  z.strictObject({ kind: z.literal('places'), places: Places, named: z.boolean().default(false) }),
])
export type Entry = z.output<typeof Entry>

/** `keep`: "voor mezelf". It is never revealed, whoever presses what. */
export const NewEntry = z.strictObject({ entry: Entry, keep: z.boolean().default(false) })
export type NewEntry = z.output<typeof NewEntry>
export type NewEntryInput = z.input<typeof NewEntry>

export const Ready = z.strictObject({ ready: z.boolean() })

/**
 * Where the entries of a step go: side by side into `.meeting`, each as a note of its author into the case about these
 * records, or into the round of the case that has the step's id.
 */
export const RevealTarget = z.discriminatedUnion('into', [
  z.strictObject({ into: z.literal('meeting') }),
  z.strictObject({ into: z.literal('case'), about: z.array(Id).max(20).default([]) }),
  z.strictObject({ into: z.literal('round') }),
])
export type RevealTarget = z.output<typeof RevealTarget>
export type RevealTargetInput = z.input<typeof RevealTarget>

/** `revealing`: nobody changes anything any more, and it does not stand in the document for sure yet. */
export type StepState = 'open' | 'revealing' | 'revealed'

/** One's own entry. `entry` is null for who only said that they are ready. */
export interface OwnEntry {
  step: string
  entry: Entry | null
  keep: boolean
  ready: boolean
  /** Milliseconds since 1970. */
  at: number
  state: StepState
}

/** What who guides sees of a step before it is revealed: how many, never what and never who. */
export interface StepStatus {
  state: StepState
  /** Absent once it is being revealed: what is left then is what people kept, and how many did is theirs. */
  counts: { put: number; ready: number; mayPut: number } | null
}
