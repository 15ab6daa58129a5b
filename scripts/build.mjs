// `npm run build`: what `npm start` does before it starts.
import { requireNode } from './tasks/node-version.mjs'

requireNode()
const { command, say } = await import('./tasks/say.mjs')
const { ensureInstalled } = await import('./tasks/install.mjs')
const { ensureBuilt } = await import('./tasks/build.mjs')

await command(async () => {
  await ensureInstalled()
  await ensureBuilt()
  say('✓ The build is current')
})
