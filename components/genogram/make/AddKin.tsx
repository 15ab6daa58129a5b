'use client'
import { AddChild } from './AddChild'
import { AddNetwork } from './AddNetwork'
import { AddParents } from './AddParents'
import { AddPartner } from './AddPartner'
import { AddSibling } from './AddSibling'

/** Who somebody can be to a person. */
export type KinKind = 'partner' | 'child' | 'parents' | 'sibling' | 'network'

const FORMS = {
  partner: AddPartner,
  child: AddChild,
  parents: AddParents,
  sibling: AddSibling,
  network: AddNetwork,
} as const

/**
 * Adds somebody to a person of the case, in a small dialog: one command, one step of undo. `onDone` gets the id of who
 * was added (the first parent), or null when it was left.
 */
export function AddKin({
  of,
  as,
  onDone,
}: {
  /** Id of the person. */
  of: string
  as: KinKind
  onDone: (id: string | null) => void
}) {
  const Form = FORMS[as]
  return <Form key={`${of}-${as}`} of={of} onDone={onDone} />
}
