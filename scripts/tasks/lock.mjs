import { randomUUID } from 'node:crypto'
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const HEARTBEAT_MS = 2_000
/** A holder that has not shown itself this long is gone; its process number may be somebody else's by now. */
const STALE_AFTER_MS = 30_000

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH'
  }
}

/** @param {string} lock @returns {{ pid: number, token: string, stale: boolean } | null} null: not held */
function holder(lock) {
  try {
    const quietMs = Date.now() - statSync(lock).mtimeMs
    const owner = /** @type {{ pid: number, token: string } | null} */ (readOwner(lock))
    // No owner yet: between its mkdir and its writing, or stopped right there.
    if (owner === null) return { pid: 0, token: 'unknown', stale: quietMs > STALE_AFTER_MS }
    return { ...owner, stale: quietMs > STALE_AFTER_MS || !alive(owner.pid) }
  } catch {
    return null
  }
}

/** @param {string} lock */
function readOwner(lock) {
  try {
    return JSON.parse(readFileSync(join(lock, 'owner'), 'utf8'))
  } catch {
    return null
  }
}

/** @param {string} lock */
function tryTake(lock) {
  try {
    mkdirSync(lock)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(lock, 'owner'), JSON.stringify({ pid: process.pid, token: randomUUID() }))
  return true
}

/** Two waiters may both find it stale: the second one's rename fails on the first one's leftover. @param {string} lock @param {string} token */
function setAside(lock, token) {
  try {
    renameSync(lock, `${lock}-stale-${token}`)
  } catch {
    // Somebody else was first; the caller looks again.
  }
}

/**
 * Does `work` while no other process does: one install, one build at a time.
 * @template T
 * @param {string} folder where the lock lives
 * @param {(pid: number) => void} onWait called once when another process holds it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, onWait, work) {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'lock')
  let told = false
  while (!tryTake(lock)) {
    const other = holder(lock)
    if (other?.stale) setAside(lock, other.token)
    else if (other && !told) {
      told = true
      onWait(other.pid)
    }
    if (other && !other.stale) await sleep(300)
  }
  const heartbeat = setInterval(() => utimesSync(lock, new Date(), new Date()), HEARTBEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    for (const name of readdirSync(folder)) {
      if (name === 'lock' || name.startsWith('lock-stale-'))
        rmSync(join(folder, name), { recursive: true, force: true })
    }
  }
}
