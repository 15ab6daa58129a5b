import type { BoardState, Role } from './rights'

/** Grounds on which a board may be shared, as kept with the board; the words stand in the texts. */
export const LEGAL_BASES = ['consent', 'task', 'contract', 'vital'] as const
type LegalBasis = (typeof LEGAL_BASES)[number]

/** Whether `text` is a ground that has words in the texts. */
export function isLegalBasis(text: string): text is LegalBasis {
  return (LEGAL_BASES as readonly string[]).includes(text)
}

/** Who may open a board and by which links: what `GET /api/boards/<id>/invites` answers. Times in ms. */
export interface Sharing {
  state: BoardState
  purpose: string
  /** One of `LEGAL_BASES`, or empty before it was asked. */
  legalBasis: string
  members: {
    principalId: string
    name: string
    organisation: string | null
    role: Role
  }[]
  invites: {
    id: string
    role: Role
    createdAt: number
    expiresAt: number
    usesLeft: number
    revoked: boolean
  }[]
}
