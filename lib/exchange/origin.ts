import type { Actor } from '@/lib/case/commands/run'

/** The origin of an import's one transaction: undo in a session never takes it back, the server can. */
export interface ImportOrigin {
  readonly type: 'import'
  readonly actor: string
}

export function importOrigin(actor: Actor): ImportOrigin {
  return { type: 'import', actor: actor.principal }
}
