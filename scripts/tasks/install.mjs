import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { installHash } from './hash.mjs'
import { withLock } from './lock.mjs'
import { BUILD, inRoot, ROOT } from './paths.mjs'
import { lastLines, run } from './run.mjs'
import { Broken, say, step } from './say.mjs'

/** Inside node_modules, so that removing node_modules removes the claim that it is complete. */
const STAMP = inRoot('node_modules/.rotonde-install')

const isCurrent = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === installHash(ROOT)

/** Installs exactly what the lockfile says, unless that is what is there. Throws `Broken`. */
export async function ensureInstalled() {
  if (isCurrent()) return
  await withLock(
    BUILD,
    (pid) => say(`· Another install or build is running here (process ${pid}); waiting for it …`),
    async () => {
      if (!isCurrent()) await step('Installing packages (npm ci)', install)
    },
  )
}

async function install() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  // The npm that started us, if one did: on a machine with several, `npm` may be another.
  const npm = process.env.npm_execpath
  const { code, output } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args])
    : await run('npm', args)
  if (code !== 0) {
    say(lastLines(output, 15))
    throw new Broken(
      'Installing the packages failed; npm says why above.',
      'Check that this machine reaches the package registry and that the disk is not full, then run this again.',
    )
  }
  writeFileSync(STAMP, installHash(ROOT))
}
