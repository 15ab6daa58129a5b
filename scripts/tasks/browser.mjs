import { existsSync } from 'node:fs'
import { findBrowser } from '../browser.mjs'
import { lastLines, run, runNode } from './run.mjs'
import { Broken, say, step } from './say.mjs'

/** Finds a browser for the tests, and installs one when there is none. Throws `Broken`. */
export async function ensureBrowser() {
  const found = find()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await step('Installing Chromium (apt-get)', fromSystem)
    const installed = find()
    if (installed) return installed
  }
  await step('Downloading Chromium (playwright install)', ownDownload)
  const downloaded = find()
  if (downloaded) return downloaded
  throw new Broken('There is still no browser after installing one.', WAY_OUT)
}

const WAY_OUT = 'Install Chromium or Chrome yourself, or set CHROMIUM_PATH to one, and run this again.'

function find() {
  try {
    return findBrowser()
  } catch (error) {
    throw new Broken(error instanceof Error ? error.message : String(error), WAY_OUT)
  }
}

/** Not the last word: where it fails, Playwright's own download is tried. */
async function fromSystem() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update', '-qq'], { env })
  // The one without windows is not in every edition of Debian.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const install = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env })
    if (install.code === 0) return
    say(lastLines(update.output + install.output, 5))
  }
}

async function ownDownload() {
  const { code, output } = await runNode('node_modules/@playwright/test/cli.js', ['install', 'chromium'])
  if (code === 0) return
  say(lastLines(output, 10))
  throw new Broken('No browser for the end-to-end tests, and downloading one failed.', WAY_OUT)
}
