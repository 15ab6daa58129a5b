import { parentPort, workerData } from 'node:worker_threads'
import { masterCipher } from '../store/cipher'
import { openReader } from '../store/open'
import { checkStore, type CheckReport } from './check'

/** A store to look at. */
export interface CheckJob {
  file: string
  keyRing: string
  masterKey: string
  /** Address of the database worker. */
  workerScript: string
}
export type CheckReply = { ok: true; report: CheckReport } | { ok: false; message: string }

/** Checks one store and ends, in a thread of its own: opening every board never holds up the people at the table. */
async function reply(): Promise<CheckReply> {
  const { file, keyRing, masterKey, workerScript } = workerData as CheckJob
  const db = openReader(file, new URL(workerScript), keyRing)
  try {
    return { ok: true, report: await checkStore(db, masterCipher(masterKey)) }
  } catch (error) {
    return { ok: false, message: (error as Error).message }
  } finally {
    await db.destroy()
  }
}

void reply().then((made) => parentPort?.postMessage(made))
