/** What somebody may do on a board. `scribe` is a right beside the role, not a role. */
export const ROLES = ['facilitator', 'participant', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** The Yjs documents of a board; rights go per document because who syncs a document has all of it. */
export const DOCUMENTS = ['case', 'meeting', 'reserved', 'prep'] as const
export type DocumentName = (typeof DOCUMENTS)[number]

/** A new board is a draft that only its facilitators can open, until someone opens it. */
export type BoardState = 'draft' | 'open'

/** What a principal's membership says, as far as rights need it. */
export interface Membership {
  role: Role
  /** Admitted to the reserved layer by a facilitator. */
  reserved: boolean
}

export type Right = 'none' | 'read' | 'write'

/** The right of a member on one document of a board. The server asks this for every connection and message. */
export function rightOn(document: DocumentName, member: Membership | null, state: BoardState): Right {
  if (!member) return 'none'
  const facilitator = member.role === 'facilitator'
  if (state === 'draft' && !facilitator) return 'none'
  switch (document) {
    case 'case':
      return member.role === 'viewer' ? 'read' : 'write'
    case 'meeting':
      return facilitator ? 'write' : 'read'
    case 'reserved':
      if (!member.reserved) return 'none'
      return member.role === 'viewer' ? 'read' : 'write'
    case 'prep':
      return facilitator ? 'write' : 'none'
  }
}

/** Whether this member may invite, open the board, import and see who has access. */
export function mayManage(member: Membership | null): boolean {
  return member?.role === 'facilitator'
}
