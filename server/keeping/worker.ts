import { parentPort, workerData } from 'node:worker_threads'
import { masterCipher } from '../store/cipher'
import { connectPostgres, openReader } from '../store/open'
import { checkStore, type CheckReport } from './check'

/** A store to look at: two files of SQLite's, or a PostgreSQL. */
export type CheckedPlace = { file: string; keyRing: string } | { url: string }

export interface CheckJob {
  place: CheckedPlace
  masterKey: string
  /** Address of the database worker. */
  workerScript: string
}
export type CheckReply = { ok: true; report: CheckReport } | { ok: false; message: string }

/** Checks one store and ends, in a thread of its own: opening every board never holds up the people at the table. */
async function reply(): Promise<CheckReply> {
  const { place, masterKey, workerScript } = workerData as CheckJob
  try {
    const db =
      'url' in place
        ? await connectPostgres(place.url)
        : openReader(place.file, new URL(workerScript), place.keyRing)
    try {
      return { ok: true, report: await checkStore(db, masterCipher(masterKey)) }
    } finally {
      await db.destroy()
    }
  } catch (error) {
    return { ok: false, message: (error as Error).message }
  }
}

void reply().then((made) => parentPort?.postMessage(made))
