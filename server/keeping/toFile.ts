import { sql } from 'kysely'
import { prepareKeyRing } from '../store/keyRing'
import { openKeyRing, openStore, type Db } from '../store/open'
import { isShared } from '../store/postgres'
import { atOneMoment, copyTables, DATA, RING } from './copyTables'

/** Writes the key ring as it is now into a file that is not there yet, of SQLite's whatever the store is. */
export async function writeRing(db: Db, file: string, workerScript: URL): Promise<void> {
  if (!isShared(db)) {
    await sql`vacuum keys into ${file}`.execute(db)
    return
  }
  const ring = openKeyRing(file, workerScript)
  try {
    await inOneFile(ring, 'keys')
    await prepareKeyRing(ring)
    await atOneMoment(db, (tx) => copyTables(tx, ring, RING))
  } finally {
    await ring.destroy()
  }
}

/**
 * Writes the data of a PostgreSQL as it is at one moment into a SQLite store that is not there yet, a few rows at a
 * time. The ring that belongs to such a store lies beside it, and stays empty.
 */
export async function writeData(db: Db, file: string, workerScript: URL): Promise<void> {
  const store = await openStore({ file, workerScript })
  try {
    await inOneFile(store, 'main')
    await atOneMoment(db, (tx) => copyTables(tx, store, DATA))
  } finally {
    await store.destroy()
  }
}

/**
 * Nothing of it is in a log beside the file, and it is not waited for until it is on the disk: who asked for the file
 * does so once, when it is whole.
 */
async function inOneFile(db: Db, schema: 'main' | 'keys'): Promise<void> {
  await sql`pragma ${sql.raw(schema)}.journal_mode = delete`.execute(db)
  await sql`pragma ${sql.raw(schema)}.synchronous = off`.execute(db)
}
