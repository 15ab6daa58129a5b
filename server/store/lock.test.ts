import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { lockDataDir } from './lock'

it('[STO13] one process owns DATA_DIR, and lets go of it however it ends, SIGKILL included', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'rotonde-lock-'))
  const outfile = path.resolve('.build/test', `lock-${process.pid}.mjs`)
  await build({
    stdin: {
      contents: `import { lockDataDir } from './server/store/lock'
        process.send(lockDataDir(process.argv[2]) ? 'mine' : 'taken')
        setInterval(() => {}, 1000)`,
      resolveDir: path.resolve('.'),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  })
  const child = spawn(process.execPath, [outfile, dir], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  try {
    expect(await once(child, 'message')).toEqual(['mine', undefined])
    expect(lockDataDir(dir)).toBeNull()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const unlock = lockDataDir(dir)
    expect(unlock).not.toBeNull()
    unlock?.()
    const again = lockDataDir(dir)
    expect(again).not.toBeNull()
    again?.()
  } finally {
    child.kill('SIGKILL')
    rmSync(dir, { recursive: true, force: true })
    rmSync(outfile, { force: true })
  }
})
