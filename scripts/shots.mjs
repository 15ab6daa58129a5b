// `npm run shots`: pictures of the real product, into shots/ (not in the repository).
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
  const { code } = await step('Taking the pictures', () =>
    runNode('node_modules/@playwright/test/cli.js', ['test', '--project=shots'], {
      show: true,
      env: { CHROMIUM_PATH: browser },
    }),
  )
  if (code !== 0)
    throw new Broken('Not every picture could be taken; the reason is above.', 'Mend it and run this again.')
  say('✓ The pictures are in shots/')
})
