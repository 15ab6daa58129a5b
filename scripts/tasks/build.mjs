import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleServer } from './bundle.mjs'
import { compressFiles } from './compress.mjs'
import { buildHash, serverHash } from './hash.mjs'
import { withLock } from './lock.mjs'
import { BUILD, inRoot, ROOT } from './paths.mjs'
import { lastLines, runNode } from './run.mjs'
import { Broken, say, step } from './say.mjs'

const HASH = join(BUILD, 'HASH')
const SERVER_HASH = join(BUILD, 'server/HASH')

/** Without these a matching hash is worth nothing: somebody cleaned up by hand. */
const OUTPUTS = ['.build/next/BUILD_ID', '.build/server/index.js', 'public/tldraw', 'public/fonts']

const stored = (/** @type {string} */ file) => (existsSync(file) ? readFileSync(file, 'utf8') : null)
const isCurrent = () => stored(HASH) === buildHash(ROOT) && OUTPUTS.every((path) => existsSync(inRoot(path)))
const isServerCurrent = () =>
  stored(SERVER_HASH) === serverHash(ROOT) && existsSync(join(BUILD, 'server/cli.js'))

const waiting = (/** @type {number} */ pid) =>
  say(`· Another build is running here (process ${pid}); waiting for it …`)

/** Builds pages and server unless what is there was built from exactly this. Throws `Broken`. */
export async function ensureBuilt() {
  if (isCurrent()) return
  await withLock(BUILD, waiting, async () => {
    if (isCurrent()) return
    // Taken before, not after: an edit during the build must make the next start build again.
    const hash = buildHash(ROOT)
    await step('Copying the canvas assets and fonts', copyAssets)
    await step('Building the pages (next build)', buildPages)
    await step('Building the server', buildServer)
    rmSync(HASH, { force: true })
    swap('next')
    swap('server')
    writeFileSync(HASH, hash)
  })
}

/** Only the server and its command line: seconds instead of a minute. Throws `Broken`. */
export async function ensureServerBuilt() {
  if (isServerCurrent()) return
  await withLock(BUILD, waiting, async () => {
    if (isServerCurrent()) return
    await step('Building the server', buildServer)
    swap('server')
  })
}

async function copyAssets() {
  const { code, output } = await runNode('scripts/assets.mjs', [])
  if (code !== 0) throw buildFailed(output, 'Copying the assets failed')
}

async function buildPages() {
  rmSync(join(BUILD, 'next-new'), { recursive: true, force: true })
  // `next build` writes its own wishes into tsconfig.json; the one in the repository stays.
  const tsconfig = readFileSync(inRoot('tsconfig.json'))
  try {
    const { code, output } = await runNode('node_modules/next/dist/bin/next', ['build'], {
      env: { NEXT_DIST_DIR: '.build/next-new', NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    })
    if (code !== 0) throw buildFailed(output, 'Building the pages failed')
    await compressFiles(join(BUILD, 'next-new/static'))
  } finally {
    if (!readFileSync(inRoot('tsconfig.json')).equals(tsconfig))
      writeFileSync(inRoot('tsconfig.json'), tsconfig)
  }
}

async function buildServer() {
  const folder = join(BUILD, 'server-new')
  const hash = serverHash(ROOT)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    await bundleServer(folder)
  } catch (error) {
    throw buildFailed(error instanceof Error ? error.message : String(error), 'Building the server failed')
  }
  writeFileSync(join(folder, 'HASH'), hash)
}

/** @param {string} output @param {string} what */
function buildFailed(output, what) {
  say(lastLines(output, 40))
  return new Broken(
    `${what}; the reason is above.`,
    'What was built before is untouched. Mend the source and run this again.',
  )
}

/** Puts `<name>-new` in the place of `<name>`. @param {string} name */
function swap(name) {
  const current = join(BUILD, name)
  const old = join(BUILD, `${name}-old`)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(current)) renameSync(current, old)
  renameSync(join(BUILD, `${name}-new`), current)
  rmSync(old, { recursive: true, force: true })
}
