import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, utimesSync, rmSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  forCi,
  playwrightCounts,
  sum,
  summary,
  vitestCounts,
  withExitCode,
} from '../../scripts/tasks/counts.mjs'
import { buildHash, installHash, serverHash } from '../../scripts/tasks/hash.mjs'
import { withLock } from '../../scripts/tasks/lock.mjs'
import { nodeVersionProblem } from '../../scripts/tasks/node-version.mjs'
import { put, ROOT, temporaryFolder } from './temporary'

const TREE = {
  'package.json': '{}',
  'package-lock.json': '{"lock": 1}',
  'tsconfig.json': '{}',
  'next.config.ts': 'export default {}',
  'app/page.tsx': 'page',
  'lib/a.ts': 'a',
  'server/index.ts': 'server',
  'scripts/assets.mjs': 'assets',
}

describe('when something is built or installed', () => {
  it('[RUN1] a change of one source, configuration or lockfile changes the hash of the build', () => {
    const folder = temporaryFolder(TREE)
    const seen = new Set([buildHash(folder)])
    for (const path of Object.keys(TREE)) {
      put(folder, path, 'changed')
      seen.add(buildHash(folder))
    }
    put(folder, 'components/new.tsx', 'new')
    seen.add(buildHash(folder))
    rmSync(join(folder, 'lib/a.ts'))
    seen.add(buildHash(folder))
    expect(seen.size).toBe(1 + Object.keys(TREE).length + 2)
  })

  it('[RUN1] moving text from one file to the next changes the hash of the build', () => {
    const folder = temporaryFolder({ ...TREE, 'lib/a.ts': 'xy', 'lib/b.ts': 'z' })
    const before = buildHash(folder)
    put(folder, 'lib/a.ts', 'x')
    put(folder, 'lib/b.ts', 'yz')
    expect(buildHash(folder)).not.toBe(before)
  })

  it('[RUN2] times, tests and what the build makes itself do not change the hash', () => {
    const folder = temporaryFolder(TREE)
    const before = buildHash(folder)
    utimesSync(join(folder, 'lib/a.ts'), new Date(0), new Date(0))
    put(folder, 'lib/a.test.ts', 'test')
    put(folder, 'public/tldraw/icons/a.svg', 'generated')
    put(folder, '.build/next/BUILD_ID', 'built')
    put(folder, 'README.md', 'words')
    expect(buildHash(folder)).toBe(before)
  })

  it('[RUN3] a change of a page leaves the command line current', () => {
    const folder = temporaryFolder(TREE)
    const before = serverHash(folder)
    put(folder, 'app/page.tsx', 'changed')
    expect(serverHash(folder)).toBe(before)
    put(folder, 'lib/a.ts', 'changed')
    expect(serverHash(folder)).not.toBe(before)
  })

  it('[RUN4] packages are installed again when the lockfile changed, and not for a changed source', () => {
    const folder = temporaryFolder(TREE)
    const before = installHash(folder)
    put(folder, 'lib/a.ts', 'changed')
    expect(installHash(folder)).toBe(before)
    put(folder, 'package-lock.json', '{"lock": 2}')
    expect(installHash(folder)).not.toBe(before)
  })

  it('[RUN5] Node 20.19 and newer will do, older is refused with the way out', () => {
    expect(['20.19.0', '20.20.2', '22.0.0', '26.1.0'].map(nodeVersionProblem)).toEqual([
      null,
      null,
      null,
      null,
    ])
    for (const version of ['20.18.3', '18.20.0', '8.1.2']) {
      expect(nodeVersionProblem(version)).toContain('20.19')
    }
  })
})

describe('the build lock', () => {
  it('[RUN6] two builds at once run one after the other', async () => {
    const folder = temporaryFolder()
    const seen: string[] = []
    const build = (name: string) =>
      withLock(
        folder,
        () => undefined,
        async () => {
          seen.push(`${name} starts`)
          await new Promise((resolve) => setTimeout(resolve, 20))
          seen.push(`${name} ends`)
        },
      )
    await Promise.all([build('one'), build('two'), build('three')])
    for (let i = 0; i < seen.length; i += 2) expect(seen[i + 1]).toBe(seen[i]?.replace('starts', 'ends'))
    expect(seen).toHaveLength(6)
  })

  it('[RUN7] the lock of a process that is gone does not keep the next one waiting', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    const folder = temporaryFolder({ 'lock/owner': JSON.stringify({ pid: gone, token: 'left' }) })
    expect(
      await withLock(
        folder,
        () => expect.fail('waited'),
        async () => 'done',
      ),
    ).toBe('done')
    expect(readdirSync(folder)).toEqual([])
  })

  it('[RUN7] a lock whose holder was stopped before it signed is taken over, a fresh one is respected', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'lock'))
    let waited = false
    const taken = withLock(
      folder,
      () => (waited = true),
      async () => 'done',
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(waited).toBe(true)
    utimesSync(join(folder, 'lock'), new Date(0), new Date(0))
    expect(await taken).toBe('done')
  })

  it('[RUN7] a failing build lets go of the lock', async () => {
    const folder = temporaryFolder()
    await expect(
      withLock(
        folder,
        () => undefined,
        () => Promise.reject(new Error('broken')),
      ),
    ).rejects.toThrow('broken')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('the counted line', () => {
  it('[RUN8] it says passed and failed, and skipped only when there are any', () => {
    expect(summary({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
    expect(summary({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped')
  })

  it('[RUN8] the parts add up', () => {
    const unit = vitestCounts({
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [],
    })
    const e2e = playwrightCounts({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } })
    expect(sum([unit, e2e])).toEqual({ passed: 8, failed: 3, skipped: 4 })
  })

  it('[RUN9] a test file that does not load, and a runner that ends badly, are failures', () => {
    const notLoaded = { status: 'failed', assertionResults: [] }
    const counts = vitestCounts({
      numPassedTests: 5,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [notLoaded],
    })
    expect(counts.failed).toBe(1)
    expect(withExitCode({ passed: 5, failed: 0, skipped: 0 }, 1).failed).toBe(1)
    expect(withExitCode({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2)
    expect(withExitCode({ passed: 5, failed: 0, skipped: 0 }, 0).failed).toBe(0)
  })

  it('[RUN10] in CI a skipped test is a failed one', () => {
    expect(forCi({ passed: 1, failed: 0, skipped: 2 }, true)).toEqual({ passed: 1, failed: 2, skipped: 0 })
    expect(forCi({ passed: 1, failed: 0, skipped: 2 }, false)).toEqual({ passed: 1, failed: 0, skipped: 2 })
  })

  it('[RUN11] .ci/run is a script that can be run and runs npm test as CI', () => {
    const file = join(ROOT, '.ci/run')
    expect(statSync(file).mode & 0o111).toBe(0o111)
    const lines = readFileSync(file, 'utf8').split('\n')
    expect(lines).toContain('set -euo pipefail')
    expect(lines).toContain('export CI=true')
    expect(lines).toContain('npm test')
  })

  it('[RUN12] an unknown part is refused with the names of those there are', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/test.mjs', 'untit'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr).toContain('static, unit, build, e2e')
  })
})
