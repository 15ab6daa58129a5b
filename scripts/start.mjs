// `npm start`: installs and builds what is missing, then becomes the server. Plain Node, no packages.
import { requireNode } from './tasks/node-version.mjs'

requireNode()
const { command } = await import('./tasks/say.mjs')
const { ensureInstalled } = await import('./tasks/install.mjs')
const { ensureBuilt } = await import('./tasks/build.mjs')
const { leaveSignals } = await import('./tasks/stopping.mjs')
const { inRoot, ROOT } = await import('./tasks/paths.mjs')
const { pathToFileURL } = await import('node:url')

await command(async () => {
  await ensureInstalled()
  await ensureBuilt()
  process.chdir(ROOT)
  process.env.NODE_ENV = 'production'
  leaveSignals()
  process.setSourceMapsEnabled(true)
  // In this same process: from here on signals and exit code are the server's own.
  await import(pathToFileURL(inRoot('.build/server/index.js')).href)
})
