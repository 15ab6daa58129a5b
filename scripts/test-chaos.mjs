// `npm run test:chaos`: two people on a timeline, 2,000 random steps, and four around one family, half as many; in real
// browsers. CHAOS_SEED and CHAOS_STEPS say which.
import { requireNode } from './tasks/node-version.mjs'

requireNode()
const { Broken, command, say, step } = await import('./tasks/say.mjs')
const { ensureInstalled } = await import('./tasks/install.mjs')
const { ensureBuilt } = await import('./tasks/build.mjs')
const { ensureBrowser } = await import('./tasks/browser.mjs')
const { runNode } = await import('./tasks/run.mjs')

await command(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const browser = await ensureBrowser()
  const steps = process.env['CHAOS_STEPS'] ?? '2000'
  const { code } = await step(
    `Two on a timeline, ${steps} random steps; four around a family, half as many`,
    () =>
      runNode(
        'node_modules/@playwright/test/cli.js',
        ['test', '--project=e2e', '--workers=1', 'tests/e2e/chaos.spec.ts', 'tests/e2e/familyChaos.spec.ts'],
        { show: true, env: { CHROMIUM_PATH: browser, CHAOS_STEPS: steps } },
      ),
  )
  if (code !== 0)
    throw new Broken('Not all was well; the reason is above.', 'The seed that it names repeats it.')
  say('✓ All screens and the server hold the same; no words and nobody were lost')
})
