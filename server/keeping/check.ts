import { sql } from 'kysely'
import { DOCUMENTS, type DocumentName } from '@/lib/access/rights'
import { isProblem } from '@/lib/access/problem'
import { readCase } from '@/lib/case/doc'
import { looseReferences } from '@/lib/case/loose'
import type { Case } from '@/lib/case/schema'
import { BoardHeads } from '../boards/heads'
import { openPicture } from '../pictures/sealed'
import type { Cipher } from '../store/cipher'
import { BoardKeys } from '../store/keys'
import { removedBoards } from '../store/keyRing'
import { TABLES_VERSION, tablesVersion, type Db } from '../store/open'
import { isShared } from '../store/postgres'
import { checkContent } from './checkContent'
import { checkDocument } from './checkDocument'
import { checkEntries } from './checkEntries'
import { atOneMoment } from './copyTables'

/** Something that is not as it was written. `board` is null when it is about the file as a whole. */
interface Damage {
  board: string | null
  part: DocumentName | 'key' | 'title' | 'pictures' | 'entries' | 'file'
  problem: string
}

export interface CheckReport {
  boards: number
  documents: number
  rows: number
  snapshots: number
  pictures: number
  /** Private entries that wait for a reveal, or are kept by their authors. */
  entries: number
  /** References to records or pictures that are not there: allowed, and worth knowing. */
  looseReferences: number
  damaged: Damage[]
}

/**
 * Looks at everything that is kept, and changes nothing. `db` may be a reader of a store in use: each board is seen at
 * one moment. Throws when it is no store of this version at all.
 */
export async function checkStore(db: Db, master: Cipher): Promise<CheckReport> {
  const report: CheckReport = {
    boards: 0,
    documents: 0,
    rows: 0,
    snapshots: 0,
    pictures: 0,
    entries: 0,
    looseReferences: 0,
    damaged: isShared(db) ? [] : await damageOfFile(db),
  }
  const version = await tablesVersion(db)
  if (version === '' && isShared(db))
    throw new Error('There is nothing to check: no Rotonde has used this database yet.')
  if (version !== TABLES_VERSION)
    throw new Error(
      `The tables are of another version (${version}). Start the server once with this program, then check.`,
    )
  const removed = new Set(await removedBoards(db))
  const boards = await db.selectFrom('boards').select('id').orderBy('created_at').orderBy('id').execute()
  for (const { id } of boards) if (!removed.has(id)) await checkBoard(db, master, id, report)
  return report
}

/** Damage to the pages of the file, which a row by itself does not show. PostgreSQL looks after its own. */
async function damageOfFile(db: Db): Promise<Damage[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(db)
  return rows
    .filter((row) => row.integrity_check !== 'ok')
    .map(() => ({ board: null, part: 'file', problem: 'SQLite finds damaged pages' }))
}

async function checkBoard(db: Db, master: Cipher, board: string, report: CheckReport): Promise<void> {
  const add = (part: Damage['part'], problem: string) => report.damaged.push({ board, part, problem })
  report.boards += 1
  try {
    await atOneMoment(db, async (tx) => {
      const keys = new BoardKeys(tx, master)
      let cipher: Cipher
      try {
        cipher = await keys.of(board)
      } catch (error) {
        // Removed while we looked at others.
        const isGone = !(await tx
          .selectFrom('boards')
          .select('id')
          .where('id', '=', board)
          .executeTakeFirst())
        if (!isGone)
          add('key', isProblem(error) ? 'its key is missing' : 'the master key does not open its key')
        return
      }
      await new BoardHeads(tx, keys)
        .read(board)
        .catch(() => add('title', 'title, question or purpose cannot be read'))
      const pictures = await checkPictures(tx, cipher, board, report, add)
      const entries = await checkEntries(tx, cipher, board)
      report.entries += entries.all
      if (entries.damaged > 0) add('entries', `${entries.damaged} of ${entries.all} cannot be read`)
      const cases: Case[] = []
      for (const document of DOCUMENTS) {
        const checked = await checkDocument(tx, cipher, { boardId: board, document })
        report.documents += 1
        report.rows += checked.rows
        report.snapshots += checked.snapshots
        const isBegun = checked.rows + checked.snapshots > 0
        if (checked.doc && isBegun) {
          checked.problems.push(...checkContent(checked.doc, document))
          if (document === 'case' || document === 'reserved')
            cases.push(readCase(checked.doc, { withBinned: true }))
        }
        checked.doc?.destroy()
        for (const problem of checked.problems) add(document, problem)
      }
      const assets = cases.flatMap(({ events }) => events.flatMap(({ asset }) => asset ?? []))
      report.looseReferences += looseReferences(cases) + assets.filter((id) => !pictures.has(id)).length
    })
  } catch {
    add('file', 'its rows cannot be read')
  }
}

async function checkPictures(
  db: Db,
  cipher: Cipher,
  board: string,
  report: CheckReport,
  add: (part: 'pictures', problem: string) => void,
): Promise<Set<string>> {
  const pictures = db.selectFrom('pictures').where('board_id', '=', board)
  const ids = (await pictures.select('id').execute()).map(({ id }) => id)
  let damaged = 0
  // One at a time: together they can be hundreds of megabytes.
  for (const id of ids) {
    const row = await pictures.select('bytes').where('id', '=', id).executeTakeFirstOrThrow()
    try {
      openPicture(cipher, board, id, row.bytes)
    } catch {
      damaged += 1
    }
  }
  if (damaged > 0) add('pictures', `${damaged} of ${ids.length} cannot be read`)
  report.pictures += ids.length
  return new Set(ids)
}

/** One line a damaged board. */
export function linesOf({ damaged }: CheckReport): string[] {
  const byBoard = new Map<string | null, string[]>()
  for (const { board, part, problem } of damaged)
    byBoard.set(board, [...(byBoard.get(board) ?? []), `${part}: ${problem}`])
  return [...byBoard].map(([board, problems]) => {
    const more = problems.length > MOST_SAID ? `; and ${problems.length - MOST_SAID} more` : ''
    const said = problems.slice(0, MOST_SAID).join('; ') + more
    return board === null ? `DAMAGED: ${said}` : `DAMAGED board ${board}: ${said}`
  })
}

/** Problems of a board that are said in its line; the JSON has them all. */
const MOST_SAID = 5
