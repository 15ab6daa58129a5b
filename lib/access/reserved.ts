import type { Role } from './rights'

/** Who may open what is reserved on a board: what `GET /api/boards/<id>/reserved` answers. Times in ms. */
export interface ReservedLayer {
  /** Who asks may open it. */
  admitted: boolean
  /** Who asks decides who may. */
  decides: boolean
  /** Everybody who takes part, in the order in which they came. */
  people: { id: string; name: string; role: Role; admitted: boolean }[]
  /** Who decided what, the oldest first; names are empty for who is no longer known. */
  log: { whom: string; by: string; admitted: boolean; at: number }[]
}
