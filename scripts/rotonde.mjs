// `npm run --silent rotonde -- <command>`: stdout is for results only, so progress goes to stderr.
import { requireNode } from './tasks/node-version.mjs'

requireNode()
const { command } = await import('./tasks/say.mjs')
const { ensureInstalled } = await import('./tasks/install.mjs')
const { ensureServerBuilt } = await import('./tasks/build.mjs')
const { leaveSignals } = await import('./tasks/stopping.mjs')
const { inRoot } = await import('./tasks/paths.mjs')
const { pathToFileURL } = await import('node:url')

await command(async () => {
  await ensureInstalled()
  await ensureServerBuilt()
  leaveSignals()
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(inRoot('.build/server/cli.js')).href)
})
