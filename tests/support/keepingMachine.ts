import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { openApp, type App } from '@/server/app'
import { readEnv, type Env } from '@/server/env'
import { restoreBackup } from '@/server/keeping/restore'
import { createLog } from '@/server/log'
import { ownSchema } from './postgres'

export type Kind = 'SQLite' | 'PostgreSQL'
export const MASTER_KEY = 'm'.repeat(40)

let scripts: Promise<URL> | null = null

/** The database worker with the one that checks beside it, built once a test process. */
export function keepingScripts(): Promise<URL> {
  scripts ??= (async () => {
    const outdir = path.resolve('.build/test', `keeping-${process.pid}`)
    await build({
      entryPoints: { worker: 'server/store/sqlite/worker.ts', check: 'server/keeping/worker.ts' },
      outdir,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      alias: { '@': path.resolve('.') },
    })
    return pathToFileURL(path.join(outdir, 'worker.js'))
  })()
  return scripts
}

/** A machine with a DATA_DIR, and where it is asked for a database of its own, on which nothing has run yet. */
export interface Machine {
  env: Env
  /** Opens the store; `close` ends what is open. */
  start(): Promise<App>
  restore(dir: string, keys: string): ReturnType<typeof restoreBackup>
  close(): Promise<void>
}

export async function emptyMachine(kind: Kind, given: Record<string, string> = {}): Promise<Machine> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'rotonde-machine-'))
  const schema = kind === 'PostgreSQL' ? await ownSchema(process.env['TEST_STORE_URL'] ?? '') : null
  const env = readEnv({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    MASTER_KEY,
    AUTH_SECRET: 'a'.repeat(40),
    ...(schema && { DATABASE_URL: schema.url }),
    ...given,
  })
  const script = await keepingScripts()
  let app: App | null = null
  const stop = async () => {
    await app?.stop()
    app = null
  }
  return {
    env,
    async start() {
      await stop()
      return (app = await openApp(env, createLog('silent'), script))
    },
    restore: (dir, keys) => restoreBackup({ dir, keys }, env, script),
    async close() {
      await stop()
      await schema?.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
