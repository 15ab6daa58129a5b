// `npm run bench:canvas`: our canvas beside plain tldraw with as many notes, in one run; writes docs/benchmarks.md.
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
  const { code } = await step('Measuring the canvas (some minutes)', () =>
    runNode('node_modules/@playwright/test/cli.js', ['test', '--project=bench', '--workers=1'], {
      show: true,
      env: { CHROMIUM_PATH: browser },
    }),
  )
  if (code !== 0)
    throw new Broken('Not everything could be measured; the reason is above.', 'Mend it and run this again.')
  say('✓ The table is in docs/benchmarks.md')
})
