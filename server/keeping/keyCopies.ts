import { existsSync } from 'node:fs'
import { chmod, open, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Logger } from '../log'
import { hashOf, removedHashes } from '../store/keyRing'
import type { Db } from '../store/open'
import { onDisk } from './files'

const SETTING = 'key-copies'

/**
 * Copies of the key ring, of which only the newest may exist: each backup replaces it, and so does each removal of a
 * board. So we remember where they are.
 */
export class KeyCopies {
  readonly #db: Db
  readonly #log: Logger
  /** One write at a time: an older copy must never replace a newer one. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(db: Db, log: Logger) {
    this.#db = db
    this.#log = log
  }

  /** Remembers that a copy will be at `file`. Throws when a file is there in whose place ours may not come. */
  async claim(file: string): Promise<void> {
    await this.#requireSafe(file)
    const known = await this.#known()
    if (!known.includes(file)) await this.#remember([...known, file])
  }

  /** Takes back a claim that came to nothing. */
  async unclaim(file: string): Promise<void> {
    if (!existsSync(file)) await this.#remember((await this.#known()).filter((one) => one !== file))
  }

  /** In a restored store: the copy that it came from is known, those of the machine before are not within reach. */
  only(file: string): Promise<void> {
    return this.#remember([file])
  }

  /** Puts the ring as it is now at `file`, in the place of the copy that is there. */
  write(file: string): Promise<void> {
    const written = this.#last.then(() => this.#replace(file))
    this.#last = written.catch(() => {})
    return written
  }

  /** After a removal: every copy becomes as the ring is now. Gives those that could not be reached. */
  async refresh(): Promise<string[]> {
    const missed: string[] = []
    const known = await this.#known()
    for (const file of known) {
      try {
        if (!existsSync(file)) throw new Error('it is not there')
        await this.#requireSafe(file)
        await this.write(file)
      } catch (error) {
        this.#log.warn({ file, err: error }, 'a copy of the key ring could not be brought up to date')
        missed.push(file)
      }
    }
    // Taken away rather than out of reach for now: said once, as there is nothing that we could still do.
    const gone = missed.filter((file) => existsSync(path.dirname(file)) && !existsSync(file))
    if (gone.length > 0) await this.#remember(known.filter((file) => !gone.includes(file)))
    return missed
  }

  async #replace(file: string): Promise<void> {
    const aside = `${file}.part`
    let old: FileHandle | null = null
    try {
      await rm(aside, { force: true })
      await sql`vacuum keys into ${aside}`.execute(this.#db)
      await chmod(aside, 0o600)
      await onDisk(aside)
      old = existsSync(file) ? await open(file, 'r+') : null
      await rename(aside, file)
      await onDisk(path.dirname(file))
      if (old) await blank(old)
    } finally {
      await old?.close()
      await rm(aside, { force: true })
    }
  }

  /** A copy may be replaced when every key in it is on our ring, or was taken off it: then no key is lost by it. */
  async #requireSafe(file: string): Promise<void> {
    if (!existsSync(file)) return
    const others = await this.#db
      .connection()
      .execute(async (connection) => {
        await sql`attach database ${file} as other`.execute(connection)
        try {
          return await strangersIn(connection)
        } finally {
          await sql`detach database other`.execute(connection)
        }
      })
      .catch(() => 1)
    if (others > 0)
      throw new Error(
        `${file} holds something else, perhaps the keys of another Rotonde, and was left alone. Choose another file with --keys, or move that one away.`,
      )
  }

  async #known(): Promise<string[]> {
    const row = await this.#db
      .selectFrom('settings')
      .select('value')
      .where('key', '=', SETTING)
      .executeTakeFirst()
    return row ? z.array(z.string()).parse(JSON.parse(row.value)) : []
  }

  async #remember(files: readonly string[]): Promise<void> {
    const value = JSON.stringify(files)
    await this.#db
      .insertInto('settings')
      .values({ key: SETTING, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  }
}

/** How many boards the ring that is attached as `other` has keys of, and ours knows nothing of. */
async function strangersIn(db: Db): Promise<number> {
  const { rows } = await sql<{ board_id: string }>`select board_id from other.board_keys
    where board_id not in (select board_id from keys.board_keys)`.execute(db)
  const removed = await removedHashes(db)
  return rows.filter((row) => !removed.has(hashOf(row.board_id))).length
}

/** Overwrites what no name leads to any more: a key that was taken off the ring stood in it. */
async function blank(file: FileHandle): Promise<void> {
  const { size } = await file.stat()
  await file.write(Buffer.alloc(size), 0, size, 0)
  await file.sync()
}
