import type * as Y from 'yjs'
import { z } from 'zod'
import type { Actor } from '../commands/run'
import { addReservedNote, addReservedRelation, addReservedMarks } from './commands'

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const Marks = z
  .record(z.string().min(1).max(64), z.json())
  .refine((marks) => JSON.stringify(marks).length <= 2_000)
const Note = z.string().trim().max(2_000)

/**
 * What somebody who is not admitted hands in: the server writes it into the reserved document under their name, and
 * they cannot read it any more. `text` is for what has no sign of its own.
 */
export const Proposal = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('relation'),
    from: Id,
    to: Id,
    type: z.string().min(1).max(60),
    directed: z.boolean().default(false),
    note: Note.default(''),
    date: z.string().min(1).max(100).nullable().default(null),
    originalText: z.string().max(200).default(''),
    support: z.array(z.string().max(40)).max(10).default([]),
    accordingTo: z
      .strictObject({ person: Id.nullable(), principal: z.string().min(1).max(40).nullable() })
      .nullable()
      .default(null),
  }),
  z.strictObject({
    kind: z.literal('marks'),
    person: Id,
    marks: Marks,
  }),
  /** The same of a line between two. */
  z.strictObject({ kind: z.literal('bondMarks'), relation: Id, marks: Marks }),
  z.strictObject({ kind: z.literal('note'), text: Note.min(1), about: z.array(Id).max(20).default([]) }),
])
export type Proposal = z.output<typeof Proposal>
export type ProposalInput = z.input<typeof Proposal>

/** Writes what was handed in. False when it does not fit. */
export function writeProposal(reserved: Y.Doc, actor: Actor, proposal: Proposal): boolean {
  switch (proposal.kind) {
    case 'relation': {
      const { kind: _kind, ...relation } = proposal
      return addReservedRelation(reserved, actor, relation) !== null
    }
    case 'marks':
    case 'bondMarks':
      return addReservedMarks(reserved, actor, proposal) !== null
    case 'note':
      return addReservedNote(reserved, actor, proposal) !== null
  }
}
