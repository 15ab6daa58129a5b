// `npm test`: everything. `npm test -- static`, `unit`, `build`, `e2e`: only those. The last line counts.
import { requireNode } from './tasks/node-version.mjs'

requireNode()
const { Broken, command, say } = await import('./tasks/say.mjs')
const { ensureInstalled } = await import('./tasks/install.mjs')
const { buildCheck, endToEndTests, staticChecks, unitTests, whatFailed } = await import('./tasks/checks.mjs')
const { forCi, sum, summary } = await import('./tasks/counts.mjs')
const { ensureBuilt } = await import('./tasks/build.mjs')

/** @typedef {import('./tasks/counts.mjs').Counts} Counts */

/** In order: what is quick to fail comes first. @type {Record<string, () => Promise<Counts>>} */
const PARTS = { static: staticChecks, unit: unitTests, build: buildCheck, e2e: endToEndTests }

await command(async () => {
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => !(name in PARTS))
  if (unknown !== undefined) {
    throw new Broken(`There is no part "${unknown}".`, `The parts are: ${Object.keys(PARTS).join(', ')}.`)
  }
  await ensureInstalled()
  const names = asked.length > 0 ? asked : Object.keys(PARTS)
  /** @type {Counts[]} */
  const counts = []
  // End-to-end tests alone still need the product.
  if (names.includes('e2e') && !names.includes('build')) await ensureBuilt()
  for (const name of names) counts.push(await PARTS[name]())

  const total = sum(counts)
  const ci = process.env.CI === 'true'
  if (ci && total.skipped > 0) say(`${total.skipped} skipped; in CI that counts as failed`)
  const final = forCi(total, ci)
  for (const line of whatFailed()) say(line)
  process.stdout.write(`\n${summary(final)}\n`)
  process.exitCode = final.failed > 0 ? 1 : 0
})
