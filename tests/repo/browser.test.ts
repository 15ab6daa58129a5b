import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/browser.mjs'
import { put, temporaryFolder } from './temporary'

/** A folder of programs that only answer (or refuse to answer) `--version`. */
function programs(files: Record<string, 'starts' | 'refuses'>): string {
  const folder = temporaryFolder()
  for (const [name, behaviour] of Object.entries(files)) {
    put(folder, name, `#!/bin/sh\nexit ${behaviour === 'starts' ? 0 : 1}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

describe('the browser of the tests', () => {
  it('[RUN13] the first one that starts is taken; one that only says how to install it is not', () => {
    const folder = programs({ chromium: 'refuses', 'google-chrome': 'starts' })
    expect(findBrowser({ PATH: folder })).toBe(join(folder, 'google-chrome'))
  })

  it('[RUN13] the one without windows goes before the one with them', () => {
    const folder = programs({ chromium: 'starts', 'chromium-headless-shell': 'starts' })
    expect(findBrowser({ PATH: folder })).toBe(join(folder, 'chromium-headless-shell'))
  })

  it('[RUN13] the one that is asked for goes before what is found, and must start', () => {
    const folder = programs({ chromium: 'starts', mine: 'starts', broken: 'refuses' })
    expect(findBrowser({ PATH: folder, CHROMIUM_PATH: join(folder, 'mine') })).toBe(join(folder, 'mine'))
    expect(() => findBrowser({ PATH: folder, CHROMIUM_PATH: join(folder, 'broken') })).toThrow(
      'does not start',
    )
  })
})
