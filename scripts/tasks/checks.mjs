import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { oneCheck, playwrightCounts, sum, vitestCounts, withExitCode } from './counts.mjs'
import { playwrightFailures, vitestFailures } from './failures.mjs'
import { inRoot } from './paths.mjs'
import { lastLines, runNode } from './run.mjs'
import { Broken, say, step } from './say.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */

const REPORTS = '.build/test'
const TSC = 'node_modules/typescript/bin/tsc'

/** @type {string[]} */
const failed = []

/** @param {string} name @param {string[]} lines */
function remember(name, lines) {
  failed.push(...lines.map((line) => `✗ ${name}: ${line}`))
}

/** What failed in all parts until now, a line each or the last lines of what was printed. */
export function whatFailed() {
  return failed
}

/** Name, script of the tool, arguments; each counts as one. @type {[string, string, string[]][]} */
const STATIC = [
  ['Types', TSC, ['--noEmit', '-p', 'tsconfig.json']],
  ['Lint', 'node_modules/oxlint/bin/oxlint', ['--deny-warnings']],
  ['Types of lib/ (no DOM, no Node)', TSC, ['--noEmit', '-p', 'tsconfig.lib.json']],
  ['Format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']],
  ['Unused code and packages', 'node_modules/knip/bin/knip.js', []],
]

/** Types, lint, format, knip: two at a time. @returns {Promise<Counts>} */
export async function staticChecks() {
  ensureNextTypes()
  const queue = [...STATIC]
  /** @type {Counts[]} */
  const done = []
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) done.push(await staticCheck(...next))
  }
  await Promise.all([worker(), worker()])
  return sum(done)
}

/** @param {string} name @param {string} script @param {string[]} args */
async function staticCheck(name, script, args) {
  return await asOneCheck(name, async () => {
    const { code, output } = await runNode(script, args)
    if (code !== 0)
      throw new Broken(lastLines(output, 60), `This is \`${script.split('/')[1]} ${args.join(' ')}\`.`)
  })
}

/** @param {string} name @param {() => Promise<void>} work @returns {Promise<Counts>} */
async function asOneCheck(name, work) {
  try {
    await step(name, work)
    return oneCheck(true)
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    say(`${error.message}\n  ${error.wayOut}`)
    remember(name, [lastLines(error.message, 20)])
    return oneCheck(false)
  }
}

/** Next writes this file at every build; types must not depend on whether there was one. */
function ensureNextTypes() {
  const file = inRoot('next-env.d.ts')
  if (existsSync(file)) return
  writeFileSync(file, '/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n')
}

/** @returns {Promise<Counts>} */
export async function unitTests() {
  return await runner(
    'Unit and integration tests (vitest)',
    'vitest',
    vitestCounts,
    vitestFailures,
    (report) =>
      runNode(
        'node_modules/vitest/vitest.mjs',
        ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
        { show: true },
      ),
  )
}

/** @returns {Promise<Counts>} */
export async function buildCheck() {
  return await asOneCheck('Build', ensureBuilt)
}

/** Real Chromium, real server. @returns {Promise<Counts>} */
export async function endToEndTests() {
  const browser = await ensureBrowser()
  say(`· Browser: ${browser}`)
  return await runner(
    'End-to-end tests (Playwright)',
    'playwright',
    playwrightCounts,
    playwrightFailures,
    (report) =>
      runNode('node_modules/@playwright/test/cli.js', ['test', '--project=e2e'], {
        show: true,
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: inRoot(report), CHROMIUM_PATH: browser },
      }),
  )
}

/**
 * Runs a test runner and counts from its report; without a report it counts as one failure. What failed is said once
 * more at the end, because a long output is seldom kept whole.
 * @param {string} name @param {string} file
 * @param {(report: any) => Counts} count
 * @param {(report: any) => string[]} failures
 * @param {(report: string) => Promise<{ code: number, output: string }>} work
 * @returns {Promise<Counts>}
 */
async function runner(name, file, count, failures, work) {
  const report = `${REPORTS}/${file}.json`
  mkdirSync(inRoot(REPORTS), { recursive: true })
  rmSync(inRoot(report), { force: true })
  const { code, output } = await step(
    name,
    () => work(report),
    (result) => result.code === 0,
  )
  if (!existsSync(inRoot(report))) {
    remember(name, [lastLines(output, 60)])
    return oneCheck(false)
  }
  const told = JSON.parse(readFileSync(inRoot(report), 'utf8'))
  const names = failures(told)
  // An error outside all tests (a promise nobody waited for) stands only in what the runner printed.
  if (code !== 0 && names.length === 0) names.push(lastLines(output, 60))
  remember(name, names)
  return withExitCode(count(told), code)
}
