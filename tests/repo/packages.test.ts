import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './temporary'
import { sources } from './tree'

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  overrides: Record<string, string | Record<string, string>>
}
interface Lockfile {
  packages: Record<
    string,
    {
      version?: string
      resolved?: string
      integrity?: string
      optional?: boolean
      os?: string[]
      cpu?: string[]
      libc?: string[]
    }
  >
}
interface Floor {
  atLeast?: string
  exactly?: string
  why: string
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
const manifest = read('package.json') as Manifest
const lockfile = read('package-lock.json') as Lockfile
const floors = Object.entries(read('tests/repo/version-floors.json') as Record<string, Floor>)

const EXACT = /^\d+\.\d+\.\d+$/

/** Whether `version` is `floor` or newer; a version that is not three numbers is never enough. */
function atLeast(version: string, floor: string): boolean {
  if (!EXACT.test(version)) return false
  const [have, need] = [version, floor].map((text) => text.split('.').map(Number))
  const differs = have?.findIndex((part, i) => part !== need?.[i]) ?? 0
  return differs === -1 || (have?.[differs] ?? 0) > (need?.[differs] ?? 0)
}

/** Whether npm would install it on a glibc Linux with x64 or arm64, which is where we build and test. */
const isFor = ({ os, cpu, libc }: { os?: string[]; cpu?: string[]; libc?: string[] }) =>
  (os ?? ['linux']).includes('linux') &&
  (cpu ?? []).some((name) => name === 'x64' || name === 'arm64') &&
  (libc ?? ['glibc']).includes('glibc')

/** Every place in the lockfile where this package is, nested ones too. */
const installs = (name: string) =>
  Object.entries(lockfile.packages).filter(([path]) => path.endsWith(`node_modules/${name}`))

describe('versions', () => {
  it('[REPO6] the comparison itself knows newer from older', () => {
    expect(atLeast('16.3.4', '16.3.4')).toBe(true)
    expect(atLeast('16.10.0', '16.3.4')).toBe(true)
    expect(atLeast('17.0.0', '16.3.4')).toBe(true)
    expect(atLeast('16.3.3', '16.3.4')).toBe(false)
    expect(atLeast('15.9.9', '16.3.4')).toBe(false)
    expect(atLeast('16.3.4-canary.1', '16.3.4')).toBe(false)
  })

  it.each(floors)('[REPO6] %s is nowhere older than its floor', (name, { atLeast: floor, exactly }) => {
    const found = installs(name).map(([, { version }]) => version ?? '')
    // A floor may stand for a package that is not used yet.
    if (name in manifest.dependencies) expect(found.length).toBeGreaterThan(0)
    for (const version of found) {
      if (exactly !== undefined) expect(version).toBe(exactly)
      if (floor !== undefined) expect(atLeast(version, floor), `${name} ${version}`).toBe(true)
    }
  })

  it('[REPO7] package.json names exact versions, and the lockfile has those', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies }
    // An override can be for one package only, and then names what that one gets.
    const overrides = Object.entries(manifest.overrides).flatMap(([name, given]) =>
      typeof given === 'string' ? [[name, given] as const] : Object.entries(given),
    )
    for (const [name, version] of [...Object.entries(all), ...overrides]) {
      expect(version, name).toMatch(EXACT)
    }
    for (const [name, version] of Object.entries(all)) {
      expect(lockfile.packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })

  it('[REPO7] the lockfile names no hosts, and has a checksum for every package that is installed here', () => {
    for (const [path, entry] of Object.entries(lockfile.packages)) {
      expect(entry.resolved, path).toBeUndefined()
      // Those that scripts/lockfile.mjs added for other platforms have none: nobody here has seen them.
      const forOthers = entry.optional === true && entry.cpu !== undefined && !isFor(entry)
      if (path !== '' && !forOthers) expect(entry.integrity, path).toMatch(/^sha512-/)
    }
  })

  it('[REPO15] the lockfile is complete for every platform, without which npm ci refuses it on all', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/lockfile.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('[REPO8] installing runs no scripts of packages', () => {
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8').split('\n')).toContain('ignore-scripts=true')
  })
})

describe('licences', () => {
  it('[REPO9] the notices name what is installed', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/notices.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('[REPO9] the texts that must go with the product are here, and the README names them', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
    for (const file of ['tldraw-3.15.md', 'atkinson-hyperlegible-next-OFL-1.1.txt', 'NOTICES.md']) {
      expect(existsSync(join(ROOT, 'licenses', file)), file).toBe(true)
      expect(readme).toContain(`licenses/${file}`)
    }
    const tldraw = readFileSync(join(ROOT, 'licenses/tldraw-3.15.md'), 'utf8')
    expect(tldraw).toContain('Not to disable, hide, remove, or alter the Watermark.')
  })
})

describe('papers', () => {
  it('[REPO13] the README names every setting that the server reads', () => {
    const settings = [...readFileSync(join(ROOT, 'server/env.ts'), 'utf8').matchAll(/^ {2}([A-Z_]+):/gm)]
      .map(([, name]) => name ?? '')
      .filter((name) => name !== 'NODE_ENV')
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
    expect(settings).toContain('DATA_DIR')
    expect(settings.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  })

  it('[REPO14] links between the papers lead somewhere', () => {
    const papers = sources(['docs'], /\.md$/).map(({ path }) => path)
    const broken = [...papers, 'README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].flatMap(
      (paper) =>
        [...readFileSync(join(ROOT, paper), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
          .map(([, target]) => join(dirname(paper), target ?? ''))
          .filter((target) => !existsSync(join(ROOT, target)))
          .map((target) => `${paper}: ${target}`),
    )
    expect(broken).toEqual([])
  })
})
