import { stopOnSignals, stopWithNpm } from './stopping.mjs'

// Progress goes to stderr, so that a command whose stdout is its result (`rotonde`) can use the same steps.

/** A failure that the reader can act on: one line of what, one of the way out. Printed without a stack. */
export class Broken extends Error {
  /**
   * @param {string} what
   * @param {string} wayOut
   */
  constructor(what, wayOut) {
    super(what)
    this.wayOut = wayOut
  }
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** @param {number} ms */
function duration(ms) {
  return ms < 60_000
    ? `${(ms / 1000).toFixed(1)} s`
    : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`
}

/**
 * Runs one step with a line when it starts, one every ten seconds while it lasts, and one with its duration.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {(result: T) => boolean} [isGood] for work that reports what went wrong instead of throwing
 * @returns {Promise<T>}
 */
export async function step(name, work, isGood = () => true) {
  const startedMs = Date.now()
  say(`· ${name} …`)
  const still = setInterval(
    () => say(`  … still busy: ${name} (${duration(Date.now() - startedMs)})`),
    10_000,
  )
  try {
    const result = await work()
    say(`${isGood(result) ? '✓' : '✗'} ${name} (${duration(Date.now() - startedMs)})`)
    return result
  } catch (error) {
    say(`✗ ${name} (${duration(Date.now() - startedMs)})`)
    throw error
  } finally {
    clearInterval(still)
  }
}

/**
 * The outermost layer of a command: what is `Broken` ends with its one clear line and exit code 1.
 * @param {() => Promise<void>} main
 */
export async function command(main) {
  stopOnSignals()
  stopWithNpm()
  try {
    await main()
  } catch (error) {
    if (error instanceof Broken) say(`\n✗ ${error.message}\n  ${error.wayOut}`)
    else say(`\n✗ Unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    process.exitCode = 1
  }
}
