// Which Chromium the end-to-end tests and the pictures use; and where it comes from when there is none.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

/** First the one without windows: the same engine, and it draws no toolbar that nobody sees. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/snap/bin/chromium',
]

/** Some systems put a script there that only says how to install the real one. @param {string} path */
function answers(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

/** The one that Playwright downloads for itself, or null while it has not. */
function ownDownload() {
  try {
    const { chromium } = createRequire(import.meta.url)('@playwright/test')
    const path = chromium.executablePath()
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/**
 * Path of a Chromium or Chrome that starts, or null. A given CHROMIUM_PATH is used or is an error: silently
 * testing another browser than was asked for helps nobody.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null}
 */
export function findBrowser(env = process.env) {
  const given = env.CHROMIUM_PATH
  if (given) {
    if (!answers(given)) throw new Error(`CHROMIUM_PATH is ${given}, and that does not start.`)
    return given
  }
  const candidates = (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...candidates, ...ELSEWHERE].find(answers) ?? ownDownload()
}
