// `npm run test:fault`: the long forms of what npm test does a few times: kills of the server while people write, people
// who come and go, mutated updates, networks that lose and delay. FAULT_ROUNDS and the others below say how long, FAULT_SEED
// repeats one. Figures are printed as they come. docs/faults.md says what is what.
import { requireNode } from './tasks/node-version.mjs'

requireNode()
const { Broken, command, say, step } = await import('./tasks/say.mjs')
const { ensureInstalled } = await import('./tasks/install.mjs')
const { ensureBuilt } = await import('./tasks/build.mjs')
const { ensureBrowser } = await import('./tasks/browser.mjs')
const { runNode } = await import('./tasks/run.mjs')

const env = {
  FAULT_ROUNDS: process.env['FAULT_ROUNDS'] ?? '200',
  FAULT_CYCLES: process.env['FAULT_CYCLES'] ?? '2500',
  FAULT_UPDATES: process.env['FAULT_UPDATES'] ?? '50000',
  FAULT_SEEDS: process.env['FAULT_SEEDS'] ?? '500',
  FAULT_LOADS: process.env['FAULT_LOADS'] ?? '1000',
  FAULT_STATUS_KILLS: process.env['FAULT_STATUS_KILLS'] ?? '500',
  FAULT_SCREEN_KILLS: process.env['FAULT_SCREEN_KILLS'] ?? '25',
  FAULT_DUMPS: process.env['FAULT_DUMPS'] ?? '20',
}
/** On SQLite, and on PostgreSQL where there is one. */
const IN_PROCESS = [
  'server/sync/room.test.ts',
  'server/sync/rooms.test.ts',
  'server/sync/roomMemory.test.ts',
  'lib/sync/client/chaos.test.ts',
  'tests/fault/loads.test.ts',
]
const WITH_PROCESSES = ['faults', 'sockets', 'killStorm', 'statusKills', 'clock', 'postgresDump']

await command(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const browser = await ensureBrowser()
  const rooms = await step(
    `${env.FAULT_UPDATES} mutated updates, ${env.FAULT_CYCLES} × 2 visits, ${env.FAULT_LOADS} bad loads, ${env.FAULT_SEEDS} bad networks`,
    () =>
      runNode('node_modules/vitest/vitest.mjs', ['run', ...IN_PROCESS, '--testTimeout=3600000'], {
        show: true,
        env,
      }),
  )
  const kills = await step(
    `${env.FAULT_ROUNDS} kills while eight people write, ${env.FAULT_STATUS_KILLS} looks at the status, and other faults`,
    () =>
      runNode(
        'node_modules/@playwright/test/cli.js',
        [
          'test',
          '--project=e2e',
          '--workers=1',
          ...WITH_PROCESSES.map((name) => `tests/e2e/${name}.spec.ts`),
        ],
        { show: true, env: { ...env, CHROMIUM_PATH: browser } },
      ),
  )
  if (rooms.code + kills.code !== 0)
    throw new Broken('Not all was well; the reason is above.', 'Mend it and run this again.')
  say('✓ Nothing that was called saved was lost')
})
