import { existsSync } from 'node:fs'
import { chmod, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { Logger } from '../log'
import { hashOf, removedHashes } from '../store/keyRing'
import { openReader, type Db } from '../store/open'
import { isShared } from '../store/postgres'
import { onDisk } from './files'
import { writeRing } from './toFile'

const SETTING = 'key-copies'
/** Where several machines share a database, each remembers its own files: a path means nothing on another. */
const settingOf = (host: string) => `${SETTING} of ${host}`

/**
 * Copies of the key ring, of which only the newest may exist: each backup replaces it, and so does each removal of a
 * board. So we remember where they are.
 */
export class KeyCopies {
  readonly #db: Db
  readonly #log: Logger
  readonly #workerScript: URL
  readonly #setting: string
  /** One write at a time: an older copy must never replace a newer one. */
  #last: Promise<unknown> = Promise.resolve()

  /** `host`: the machine that we are, for tests. */
  constructor(db: Db, log: Logger, workerScript: URL, host = hostname()) {
    this.#db = db
    this.#log = log
    this.#workerScript = workerScript
    this.#setting = isShared(db) ? settingOf(host) : SETTING
  }

  /** Remembers that a copy will be at `file`. Throws when a file is there in whose place ours may not come. */
  async claim(file: string): Promise<void> {
    const folder = path.dirname(file)
    if (!existsSync(folder)) throw new Error(`There is no folder ${folder} for the copy of the keys.`)
    await this.#requireSafe(file)
    const known = await this.#known()
    if (!known.includes(file)) await this.#remember([...known, file])
  }

  /** Takes back a claim that came to nothing. */
  async unclaim(file: string): Promise<void> {
    if (!existsSync(file)) await this.#remember((await this.#known()).filter((one) => one !== file))
  }

  /** In a restored store: the copy that it came from is known, those of the machine before are not within reach. */
  async only(file: string): Promise<void> {
    await this.#db.deleteFrom('settings').where('key', 'like', `${SETTING}%`).execute()
    await this.#remember([file])
  }

  /** Puts the ring as it is now at `file`, in the place of the copy that is there. */
  write(file: string): Promise<void> {
    const written = this.#last.then(() => this.#replace(file))
    this.#last = written.catch(() => {})
    return written
  }

  /**
   * After a removal: every copy becomes as the ring is now. Gives those that could not be reached; those on another
   * machine are among them, because only a node that runs there can replace them.
   */
  async refresh(): Promise<string[]> {
    return [...(await this.refreshOwn()), ...(await this.#elsewhere())]
  }

  /** The same for the copies on this machine. */
  async refreshOwn(): Promise<string[]> {
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
      await writeRing(this.#db, aside, this.#workerScript)
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
    const other = openReader(':memory:', this.#workerScript, file)
    const others = await strangersIn(other, this.#db)
      .catch(() => 1)
      .finally(() => other.destroy())
    if (others > 0)
      throw new Error(
        `${file} holds something else, perhaps the keys of another Rotonde, and was left alone. Choose another file with --keys, or move that one away.`,
      )
  }

  async #known(): Promise<string[]> {
    const row = await this.#db
      .selectFrom('settings')
      .select('value')
      .where('key', '=', this.#setting)
      .executeTakeFirst()
    return row ? Files.parse(JSON.parse(row.value)) : []
  }

  async #elsewhere(): Promise<string[]> {
    if (!isShared(this.#db)) return []
    const rows = await this.#db
      .selectFrom('settings')
      .selectAll()
      .where('key', 'like', `${settingOf('')}%`)
      .where('key', '!=', this.#setting)
      .execute()
    return rows.flatMap(({ key, value }) =>
      Files.parse(JSON.parse(value)).map((file) => `${file} on ${key.slice(settingOf('').length)}`),
    )
  }

  async #remember(files: readonly string[]): Promise<void> {
    const key = this.#setting
    const value = JSON.stringify(files)
    await this.#db
      .insertInto('settings')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  }
}

const Files = z.array(z.string())

/** How many boards the `other` ring has keys of, and `ours` knows nothing of. */
async function strangersIn(other: Db, ours: Db): Promise<number> {
  const keysIn = async (db: Db) => {
    const rows = await db.selectFrom('keys.board_keys').select('board_id').execute()
    return rows.map(({ board_id }) => board_id)
  }
  const theirs = await keysIn(other)
  const known = new Set(await keysIn(ours))
  const removed = await removedHashes(ours)
  return theirs.filter((board) => !known.has(board) && !removed.has(hashOf(board))).length
}

/** Overwrites what no name leads to any more: a key that was taken off the ring stood in it. */
async function blank(file: FileHandle): Promise<void> {
  const { size } = await file.stat()
  await file.write(Buffer.alloc(size), 0, size, 0)
  await file.sync()
}
