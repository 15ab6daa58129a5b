import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'

const executablePath = findBrowser()
// Chromium refuses its sandbox to root, and there is nothing foreign to keep in: it only visits our own server.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

// No web server here: every test starts its own, on a free port with a data folder of its own.
export default defineConfig({
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] === 'true',
  // Guards against waiting for ever, and no measure of speed: a busy machine takes its time.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // Keeping a trace of every test, to throw it away when all is well, is a good part of the work: `TRACE=1` keeps them.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        ...asRoot,
        // Without a graphics card it would be imitated in software, which is dearer than to draw without one.
        '--disable-gpu',
        // The browser's own errands, so that what leaves is what we sent.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    { name: 'shots', testDir: 'tests/shots' },
    // Keeping a trace would be a part of what is measured.
    { name: 'bench', testDir: 'tests/bench', use: { trace: 'off' } },
  ],
})
