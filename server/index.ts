import path from 'node:path'
import { openApp, type App } from './app'
import { listenForCommands } from './control'
import { readEnv } from './env'
import { createLog } from './log'
import { serve } from './serve'
import { systemClock } from './clock'
import { lockDataDir } from './store/lock'
import { warmUp } from './sync/warmUp'

/** One process: pages, API and sockets. Ends with one clear line when it cannot start. */
async function main(): Promise<void> {
  // Everything in DATA_DIR is for who runs the server alone, also what SQLite makes beside its file.
  process.umask(0o077)
  const env = readEnv(process.env)
  const log = createLog(env.LOG_LEVEL)
  const own = env.DATABASE_URL ? ' Give every node a DATA_DIR of its own.' : ''
  const unlock = lockDataDir(env.DATA_DIR)
  if (!unlock) throw new Error(`Another Rotonde is already running on ${path.resolve(env.DATA_DIR)}.${own}`)
  const app = await openApp(env, log, new URL('./worker.js', import.meta.url))
  const control = await listenForCommands(app)
  const running = await serve(app, log, process.cwd())
  await greet(app)
  void app.rewriting
    .finish()
    .catch((error: unknown) => log.error({ err: error }, 'rewrites were not looked for'))

  warmUp(systemClock)

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    await running.stop()
    control()
    await app.stop()
    unlock()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
  log.info({ url: app.publicUrl() }, 'ready')
}

/** Where to go first, on stdout. */
async function greet(app: App): Promise<void> {
  const url = app.publicUrl()
  console.log(`\nRotonde is ready: ${url}`)
  if (await app.accounts.needsFirst()) {
    const token = await app.accounts.firstToken()
    console.log(`Make the first account (this link works once): ${url}/setup?token=${token}`)
  }
  const { protocol, hostname } = new URL(url)
  if (protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    console.log('Without https, browsers give no camera, wake lock or clipboard on this address.')
}

main().catch((error: unknown) => {
  const { code, message } = error as NodeJS.ErrnoException
  const port = process.env['PORT'] ?? '3000'
  const said =
    code === 'EADDRINUSE'
      ? `Port ${port} is in use. Stop what uses it, or choose another: PORT=3001.`
      : message
  console.error(`Rotonde cannot start. ${said}`)
  process.exit(1)
})
