import Database from 'libsql'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Stop } from '@/lib/clock'

/**
 * One process owns DATA_DIR. The lock is an exclusive transaction on an otherwise empty SQLite file, held for
 * life: the operating system lets go of it when the process ends in whatever way, so that no stale lock is
 * ever left behind. Returns null when another process has it.
 */
export function lockDataDir(dataDir: string): Stop | null {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const db = new Database(path.join(dataDir, 'lock'), { timeout: 0 })
  try {
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    if (String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) return null
    throw error
  }
  return () => db.close()
}
