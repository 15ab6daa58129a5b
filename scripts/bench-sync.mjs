// `npm run bench:sync`: our sync server beside y-websocket and Hocuspocus, in one run; writes docs/benchmarks-sync.md.
import { requireNode } from './tasks/node-version.mjs'

requireNode()
const { Broken, command, say, step } = await import('./tasks/say.mjs')
const { ensureInstalled } = await import('./tasks/install.mjs')
const { ensureServerBuilt } = await import('./tasks/build.mjs')
const { run } = await import('./tasks/run.mjs')
const { bundleBench } = await import('./tasks/bundle.mjs')
const { inRoot } = await import('./tasks/paths.mjs')
const { cpSync, existsSync } = await import('node:fs')

/** Apart from the sources, of which it is no part. */
const PEERS = inRoot('.build/bench/peers')

await command(async () => {
  await ensureInstalled()
  await ensureServerBuilt()
  cpSync(inRoot('tests/bench/sync/peers'), PEERS, { recursive: true })
  if (!existsSync(`${PEERS}/node_modules`)) {
    const args = ['ci', '--prefix', PEERS, '--ignore-scripts', '--no-audit', '--no-fund', '--omit=optional']
    const { code, output } = await step('Installing what is measured beside it', () => run('npm', args))
    if (code !== 0) throw new Broken(output, 'Mend it and run this again.')
  }
  await bundleBench('.build/bench')
  const { code } = await step('Measuring the sync server (some minutes)', () =>
    run('taskset', ['-c', '1', process.execPath, '.build/bench/sync.js'], { show: true }),
  )
  if (code !== 0)
    throw new Broken('Not everything could be measured; the reason is above.', 'Mend it and run this again.')
  say('✓ The table is in docs/benchmarks-sync.md')
})
