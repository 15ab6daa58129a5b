import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { put, ROOT, temporaryFolder, withPackages } from './temporary'

// A guard that never barked may be asleep: each is shown a planted violation, with the configuration we use, and
// the same place without it.

/** Our own configuration files in a folder of its own, with the files given. */
function house(files: Record<string, string>): string {
  const folder = withPackages(temporaryFolder(files))
  for (const name of ['.oxlintrc.json', '.prettierrc.json', 'tsconfig.json', 'tsconfig.lib.json']) {
    copyFileSync(join(ROOT, name), join(folder, name))
  }
  return folder
}

function tool(script: string, args: string[], cwd: string): { good: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules', script), ...args],
    {
      cwd,
      encoding: 'utf8',
    },
  )
  return { good: status === 0, output: stdout + stderr }
}

const lint = (folder: string) => tool('oxlint/bin/oxlint', ['--deny-warnings'], folder)

const CLEAN = 'export const one = 1\n'

describe('lint', () => {
  it('[REPO1] a clean file in every folder passes', () => {
    const folder = house({
      'lib/a.ts': CLEAN,
      'components/a.ts': "import { one } from '@/lib/a'\n\nexport const two = one + one\n",
      'server/a.ts': "import { one } from '@/lib/a'\n\nexport const two = one + one\n",
    })
    expect(lint(folder)).toMatchObject({ good: true })
  })

  it.each([
    ['lib', "import { readFileSync } from 'node:fs'\nexport const a = readFileSync('a')\n"],
    ['lib', "import { useState } from 'react'\nexport const a = useState\n"],
    ['lib', "import { two } from '@/server/two'\nexport const a = two\n"],
    ['lib', "import { two } from '../components/two'\nexport const a = two\n"],
    ['components', "import { two } from '@/server/two'\nexport const a = two\n"],
    ['components', "import { two } from '../app/two'\nexport const a = two\n"],
    ['server', "import { two } from '@/components/two'\nexport const a = two\n"],
    ['server', "import { two } from '@/app/two'\nexport const a = two\n"],
    ['server', "import { useState } from 'react'\nexport const a = useState\n"],
  ])('[REPO1] %s/ may not import what is not below it: %s', (folder, source) => {
    const result = lint(house({ [`${folder}/a.ts`]: source, 'server/two.ts': CLEAN.replace('one', 'two') }))
    expect(result.good).toBe(false)
    expect(result.output).toContain('no-restricted-imports')
  })

  it.each([
    'setTimeout(() => undefined, 1)',
    'export const a = process.env',
    'export const a = document.title',
  ])('[REPO1] lib/ may not use what only a browser or only a server has: %s', (source) => {
    const result = lint(house({ 'lib/a.ts': `${source}\n` }))
    expect(result.good).toBe(false)
    expect(result.output).toContain('no-restricted-globals')
  })

  it('[REPO2] a promise that nobody waits for is found, which takes types', () => {
    const source = 'async function work(): Promise<void> {}\n\nexport function start(): void {\n  work()\n}\n'
    const result = lint(house({ 'lib/a.ts': source }))
    expect(result.good).toBe(false)
    expect(result.output).toContain('no-floating-promises')
  })

  it('[REPO2] two files that import each other are found', () => {
    const result = lint(
      house({
        'lib/a.ts': "import { b } from './b'\n\nexport const a = (): number => b()\n",
        'lib/b.ts': "import { a } from './a'\n\nexport const b = (): number => a()\n",
      }),
    )
    expect(result.good).toBe(false)
    expect(result.output).toContain('no-cycle')
  })

  it('[REPO2] a file of more than 400 lines is found', () => {
    const long = Array.from({ length: 401 }, (_, i) => `export const a${i} = ${i}\n`).join('')
    expect(lint(house({ 'lib/a.ts': long })).output).toContain('max-lines')
  })
})

describe('types', () => {
  const types = (folder: string) =>
    tool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.lib.json'], folder)

  it('[REPO3] lib/ knows no browser and no Node: a plain file passes, `window` and `Buffer` do not', () => {
    expect(types(house({ 'lib/a.ts': CLEAN }))).toMatchObject({ good: true })
    expect(types(house({ 'lib/a.ts': 'export const a = window.innerWidth\n' })).output).toContain("'window'")
    expect(types(house({ 'lib/a.ts': "export const a = Buffer.from('a')\n" })).output).toContain("'Buffer'")
  })

  it('[REPO3] an array element may be missing, and the types say so', () => {
    const source = 'export const first = (all: string[]): string => all[0]\n'
    expect(types(house({ 'lib/a.ts': source })).output).toContain('undefined')
  })
})

describe('unused code and format', () => {
  it('[REPO4] an export that nobody imports, and a package that nobody uses, are found', () => {
    const folder = withPackages(
      temporaryFolder({
        'server/index.ts': "import { used } from '../lib/a'\n\nconsole.log(used)\n",
        'lib/a.ts': 'export const used = 1\n',
        'package.json': JSON.stringify({ name: 'planted', type: 'module', dependencies: {} }),
        'knip.json': knipFor(['server/index.ts']),
      }),
    )
    const knip = () => tool('knip/bin/knip.js', ['--no-progress'], folder)
    expect(knip()).toMatchObject({ good: true })

    put(folder, 'lib/a.ts', 'export const used = 1\nexport const planted = 2\n')
    expect(knip().output).toMatch(/Unused exports[\s\S]*planted/)

    put(folder, 'lib/a.ts', 'export const used = 1\n')
    put(
      folder,
      'package.json',
      JSON.stringify({ name: 'planted', type: 'module', dependencies: { zod: '4.6.7' } }),
    )
    expect(knip().output).toMatch(/Unused dependencies[\s\S]*zod/)
  })

  it('[REPO5] a file that is not in our format is found', () => {
    const format = (folder: string) => tool('prettier/bin/prettier.cjs', ['--check', 'lib'], folder)
    expect(format(house({ 'lib/a.ts': CLEAN }))).toMatchObject({ good: true })
    expect(format(house({ 'lib/a.ts': 'export const one = "1";\n' }))).toMatchObject({ good: false })
  })
})

/** Our rules for unused code, for other entries. */
function knipFor(entry: string[]): string {
  const { rules, project } = JSON.parse(readFileSync(join(ROOT, 'knip.json'), 'utf8')) as Record<
    string,
    unknown
  >
  return JSON.stringify({ rules, project, entry })
}
