/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
const NOTHING = { passed: 0, failed: 0, skipped: 0 }

/** @param {Counts[]} parts @returns {Counts} */
export function sum(parts) {
  return parts.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    NOTHING,
  )
}

/** A check without tests of its own (types, lint) counts as one. @param {boolean} good @returns {Counts} */
export function oneCheck(good) {
  return { ...NOTHING, [good ? 'passed' : 'failed']: 1 }
}

/**
 * @param {any} report of `vitest --reporter=json`
 * @returns {Counts}
 */
export function vitestCounts(report) {
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults
  // A file that does not even load has no tests that could fail.
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * @param {any} report of Playwright's json reporter
 * @returns {Counts} a test that only passes when tried again is one that failed
 */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

/**
 * A runner that ended badly without a failed test (an unhandled error, no tests at all) is a failure too.
 * @param {Counts} counts @param {number} code
 */
export function withExitCode(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** In CI nothing may be skipped, so there a skipped test is a failed one. @param {Counts} counts @param {boolean} ci */
export function forCi(counts, ci) {
  return ci ? { ...counts, failed: counts.failed + counts.skipped, skipped: 0 } : counts
}

/** The last line of `npm test`, exactly. @param {Counts} counts */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
