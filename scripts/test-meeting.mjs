// `npm run test:meeting`: ten people work for three hours, in fast time: a million changes through the built server. Says
// what the board weighs afterwards. MEETING_CHANGES, MEETING_HOURS, MEETING_PEOPLE and MEETING_SEED say otherwise.
import { requireNode } from './tasks/node-version.mjs'

requireNode()
const { Broken, command, say, step } = await import('./tasks/say.mjs')
const { ensureInstalled } = await import('./tasks/install.mjs')
const { ensureBuilt } = await import('./tasks/build.mjs')
const { run } = await import('./tasks/run.mjs')
const { bundleMeeting } = await import('./tasks/bundle.mjs')

await command(async () => {
  await ensureInstalled()
  await ensureBuilt()
  await bundleMeeting('.build/meeting')
  const { code } = await step('A long meeting', () =>
    run(process.execPath, ['--expose-gc', '.build/meeting/meeting.js'], { show: true }),
  )
  if (code !== 0) throw new Broken('The board has grown too large; the figures are above.', 'Mend it.')
  say('✓ The board is the same for everybody, and small enough')
})
