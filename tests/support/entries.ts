import type { Role } from '@/lib/access/rights'
import { REVEALED } from '@/lib/entries/reveal'
import { readCase } from '@/lib/case/doc'
import type { TestServices } from './services'
import type { Principal } from '@/server/services'

export const text = (words: string) => ({ kind: 'text' as const, text: words })

/** An open board of this account. */
export async function openBoard(app: TestServices, maker: Principal): Promise<string> {
  const board = await app.boards.create(maker, { title: 'Roos', question: '', example: false, locale: 'nl' })
  await app.boards.setPurpose(maker, board, { purpose: 'samen kijken', legalBasis: 'consent' })
  await app.boards.open(maker, board)
  return board
}

/** An account with a place on the board. */
export async function member(app: TestServices, board: string, name: string, role: Role): Promise<Principal> {
  const principal = await app.account(name)
  const place = { board_id: board, principal_id: principal.id, role, scribe: 0, reserved: 0, joined_at: 1 }
  await app.db.insertInto('members').values(place).execute()
  return principal
}

/** What was revealed in the meeting, by step and author. */
export const revealedOn = ({ rooms }: Pick<TestServices, 'rooms'>, boardId: string) =>
  rooms.with({ boardId, document: 'meeting' }, (room) =>
    room.read((doc) => doc.getMap(REVEALED).toJSON() as Record<string, Record<string, unknown>>),
  )

/** The notes of the case, without what every record has. */
export const notesOn = ({ rooms }: Pick<TestServices, 'rooms'>, boardId: string) =>
  rooms.with({ boardId, document: 'case' }, (room) =>
    room.read((doc) =>
      readCase(doc).notes.map(({ id, text: words, createdBy }) => ({ id, text: words, createdBy })),
    ),
  )
