import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { ROOT, temporaryFolder } from './temporary'

const DEADLINE_MS = 15_000

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it.each(['SIGTERM', 'SIGKILL'] as const)(
  '[RUN14] what npm started stops when the shell between gets %s and does not pass it on',
  async (signal) => {
    const stopping = pathToFileURL(join(ROOT, 'scripts/tasks/stopping.mjs')).href
    const folder = temporaryFolder({
      'server.mjs': `import { stopWithNpm } from '${stopping}'\nstopWithNpm()\nsetInterval(() => {}, 1000)\nconsole.log(process.pid)\n`,
    })
    // `true` after it keeps the shell from becoming the server itself.
    const shell = spawn('sh', ['-c', `"${process.execPath}" server.mjs; true`], {
      cwd: folder,
      env: { ...process.env, npm_lifecycle_event: 'start' },
    })
    const [line] = (await once(shell.stdout, 'data')) as [Buffer]
    const server = Number(line.toString())
    onTestFinished(() => {
      if (alive(server)) process.kill(server, 'SIGKILL')
    })
    expect(alive(server)).toBe(true)

    shell.kill(signal)
    const until = Date.now() + DEADLINE_MS
    while (alive(server) && Date.now() < until) await sleep(50)
    expect(alive(server)).toBe(false)
  },
)
